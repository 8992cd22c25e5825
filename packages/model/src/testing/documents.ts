import type { JsonLogic } from '../document/json-logic.js';
import { modelDocumentSchema, type ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { Cell } from '../cell/cell.js';

/** Builders of documents for tests. */

const named = (id: string) => ({ id, name: { en: id, 'zh-CN': id } });

export function numberDimension(
  id: string,
  options: {
    readonly fallback?: number;
    readonly unit?: string;
    readonly en?: string;
    readonly chinese?: string;
  } = {},
): ModelNode {
  return {
    ...named(id),
    name: { en: options.en ?? id, 'zh-CN': options.chinese ?? id },
    kind: 'dimension',
    valueType: 'number',
    ...(options.unit === undefined ? {} : { unit: options.unit }),
    source: { kind: 'field', field: id },
    missing:
      options.fallback === undefined ? { policy: 'noMatch' } : { policy: 'default', value: options.fallback },
  };
}

export function dimension(id: string, valueType: 'text' | 'boolean' | 'date' | 'instant'): ModelNode {
  return {
    ...named(id),
    kind: 'dimension',
    valueType,
    source: { kind: 'field', field: id },
    missing: { policy: 'noMatch' },
  };
}

export function bands(
  id: string,
  input: string,
  values: readonly string[],
  outputs: readonly (number | string)[],
  options: {
    readonly closed?: 'left' | 'right';
    readonly missing?: number | string;
    readonly en?: string;
    readonly chinese?: string;
  } = {},
): ModelNode {
  return {
    ...named(id),
    name: { en: options.en ?? id, 'zh-CN': options.chinese ?? id },
    kind: 'bands',
    input,
    cuts: { method: 'explicit', values: [...values] },
    closed: options.closed ?? 'left',
    outputs: [...outputs],
    ...(options.missing === undefined ? {} : { missing: options.missing }),
  };
}

export function condition(id: string, when: JsonLogic, tier?: string): ModelNode {
  return { ...named(id), kind: 'condition', when, ...(tier === undefined ? {} : { tier }) };
}

export function table(
  id: string,
  inputs: readonly string[],
  rows: readonly (readonly [tier: string, ...cells: Cell[]])[],
): ModelNode {
  return {
    ...named(id),
    kind: 'decisionTable',
    inputs: [...inputs],
    hit: 'first',
    rows: rows.map(([tier, ...cells], index) => ({ id: `r${index + 1}`, cells, tier })),
  };
}

export function tier(id: string, rank: number, names: { en?: string; chinese?: string } = {}): ModelNode {
  return { ...named(id), name: { en: names.en ?? id, 'zh-CN': names.chinese ?? id }, kind: 'tier', rank };
}

export function model(nodes: readonly ModelNode[], fallback: string): ModelDocument {
  return modelDocumentSchema.parse({
    schema: 2,
    name: { en: 'Model' },
    subjectType: 'customer',
    nodes,
    fallback,
  });
}

const between = (min: number, max: number): Cell => ({ op: 'between', min, max });

/**
 * The R package rfm's scores and the segments of its introduction ("set A"), with the cut points of its own data as of
 * 2006-12-31.
 */
export function rfmDocument(): ModelDocument {
  const segments: readonly (readonly [string, number, number, number, number, number, number])[] = [
    ['champions', 5, 5, 5, 5, 5, 5],
    ['potential_loyalist', 3, 5, 3, 5, 2, 5],
    ['loyal_customers', 2, 4, 2, 4, 2, 4],
    ['promising', 3, 4, 1, 3, 3, 5],
    ['new_customers', 4, 5, 1, 3, 1, 5],
    ['cant_lose_them', 1, 2, 3, 4, 4, 5],
    ['at_risk', 1, 2, 2, 5, 4, 5],
    ['need_attention', 1, 3, 3, 5, 3, 5],
    ['about_to_sleep', 2, 3, 1, 3, 1, 4],
    ['lost', 1, 1, 1, 5, 1, 5],
  ];
  return model(
    [
      numberDimension('recency', { unit: 'day', en: 'Recency', chinese: '最近消费间隔' }),
      numberDimension('frequency', { unit: 'time', en: 'Frequency', chinese: '消费频次' }),
      numberDimension('monetary', { unit: 'currency', en: 'Amount', chinese: '消费金额' }),
      bands('recency_score', 'recency', ['115', '181', '297.4', '482'], [5, 4, 3, 2, 1], {
        en: 'Recency score',
        chinese: '最近消费得分',
      }),
      bands('frequency_score', 'frequency', ['4', '5', '6', '8'], [1, 2, 3, 4, 5], {
        en: 'Frequency score',
        chinese: '消费频次得分',
      }),
      bands('monetary_score', 'monetary', ['255.8', '382', '506.4', '666'], [1, 2, 3, 4, 5], {
        en: 'Amount score',
        chinese: '消费金额得分',
      }),
      table(
        'segment',
        ['recency_score', 'frequency_score', 'monetary_score'],
        segments.map(([id, r1, r2, f1, f2, m1, m2]) => [
          id,
          between(r1, r2),
          between(f1, f2),
          between(m1, m2),
        ]),
      ),
      ...segments.map(([id], index) => tier(id, index + 1)),
      tier('others', 11, { en: 'Others', chinese: '其他' }),
    ],
    'others',
  );
}
