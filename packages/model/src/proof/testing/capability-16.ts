import type { JsonLogic } from '../../document/json-logic.js';
import type { ModelDocument } from '../../document/model-document.js';
import type { ModelNode } from '../../document/node.js';
import { condition, model, tier } from '../../testing/documents.js';

/** An aggregate of orders. */
export function orderDimension(
  id: string,
  measure: 'count' | 'sum',
  months: number | undefined,
  names: { readonly en: string; readonly chinese: string },
): ModelNode {
  return {
    kind: 'dimension',
    id,
    name: { en: names.en, 'zh-CN': names.chinese },
    valueType: 'number',
    unit: measure === 'count' ? 'time' : 'currency',
    source: {
      kind: 'aggregate',
      event: 'order',
      measure,
      ...(measure === 'sum' ? { field: 'amount' } : {}),
      ...(months === undefined ? {} : { window: { months } }),
    },
    missing: { policy: 'noMatch' },
    better: 'higher',
  };
}

const frequency = { var: 'frequency' };
const amount = { var: 'amount' };
const between = (low: number, value: JsonLogic, high: number): JsonLogic => ({ '<=': [low, value, high] });

/** The printed rules of capability 16, each a condition of its own. */
export function printedRules(): ModelDocument {
  return model(
    [
      orderDimension('frequency', 'count', 12, { en: 'Orders in 12 months', chinese: '近 12 个月消费次数' }),
      orderDimension('amount', 'sum', 12, { en: 'Amount in 12 months', chinese: '近 12 个月消费金额' }),
      orderDimension('recent', 'count', 6, { en: 'Orders in 6 months', chinese: '近 6 个月消费次数' }),
      {
        ...condition('high', { and: [{ '>=': [frequency, 10] }, { '>=': [amount, 10_000] }] }, 'high_value'),
        name: { en: 'High value', 'zh-CN': '高价值规则' },
      },
      {
        ...condition(
          'medium',
          {
            or: [
              { and: [between(5, frequency, 9), between(5000, amount, 9999)] },
              { and: [{ '>=': [frequency, 10] }, { '<': [amount, 10_000] }] },
            ],
          },
          'medium_value',
        ),
        name: { en: 'Medium value', 'zh-CN': '中价值规则' },
      },
      {
        ...condition('low', { and: [between(1, frequency, 4), { '<': [amount, 5000] }] }, 'low_value'),
        name: { en: 'Low value', 'zh-CN': '低价值规则' },
      },
      {
        ...condition('churn', { '==': [{ var: 'recent' }, 0] }, 'churn_risk'),
        name: { en: 'Churn risk', 'zh-CN': '流失风险规则' },
      },
      tier('high_value', 1, { en: 'High value', chinese: '高价值' }),
      tier('medium_value', 2, { en: 'Medium value', chinese: '中价值' }),
      tier('low_value', 3, { en: 'Low value', chinese: '低价值' }),
      tier('churn_risk', 4, { en: 'Churn risk', chinese: '流失风险' }),
      tier('unclassified', 5, { en: 'Unclassified', chinese: '未分层' }),
    ],
    'unclassified',
  );
}
