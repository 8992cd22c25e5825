import type { ConditionNode, JsonLogic, ModelNode } from '@terrace/model';
import {
  formOf,
  logicOf,
  withoutVariables,
  type ConditionRow,
} from '../../inspector/condition/condition-form';
import { valueTypeOf, yieldsNumber, yieldsValue } from '../node-value';
import type { NodeLinks } from './node-links';

/** A first comparison with the value of `source`. */
function rowOver(source: ModelNode): ConditionRow {
  if (valueTypeOf(source) === 'boolean') return { variable: source.id, operator: '==', values: [true] };
  if (yieldsNumber(source)) return { variable: source.id, operator: '>=', values: [0] };
  return { variable: source.id, operator: 'isPresent', values: [] };
}

/** The rule with a comparison over `source` added; nothing where it cannot be, or is there already. */
export function withComparison(when: JsonLogic, source: ModelNode): JsonLogic | undefined {
  const form = formOf(when);
  if (!yieldsValue(source) || form === undefined) return undefined;
  if (form.rows.some((row) => row.variable === source.id)) return undefined;
  return logicOf({ ...form, rows: [...form.rows, rowOver(source)] });
}

export const conditionLinks: NodeLinks<ConditionNode> = {
  link(node, source) {
    const when = withComparison(node.when, source);
    return when === undefined ? undefined : { ...node, when };
  },
  unlink(node, gone) {
    const when = withoutVariables(node.when, gone);
    const { tier, ...rest } = node;
    if (tier !== undefined && gone.has(tier)) return { ...rest, when };
    return when === node.when ? node : { ...node, when };
  },
};
