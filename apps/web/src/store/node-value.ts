import { declarationOfNode, type DecisionTableNode, type ModelNode } from '@terrace/model';

export type ValueType = NonNullable<ReturnType<typeof declarationOfNode>>['type'];
export type CategoryValue = number | string | boolean;

/** Whether the rows of a table give values; otherwise they give tiers. */
export const givesValues = (table: DecisionTableNode): boolean =>
  table.aggregate !== undefined || table.rows.some((row) => row.value !== undefined);

/** The type of the value another node can read; nothing for a node that yields none or only leads to tiers. */
export function valueTypeOf(node: ModelNode): ValueType | undefined {
  if (node.kind === 'matrix' || (node.kind === 'decisionTable' && !givesValues(node))) return undefined;
  return declarationOfNode(node)?.type;
}

export const yieldsValue = (node: ModelNode): boolean => valueTypeOf(node) !== undefined;

export function yieldsNumber(node: ModelNode): boolean {
  const type = valueTypeOf(node);
  return type === 'number' || type === 'duration';
}

/** The values a node can have at all, as far as the document says; nothing where there are too many to list. */
export function categoriesOf(node: ModelNode): readonly CategoryValue[] | undefined {
  switch (node.kind) {
    case 'bands':
      return distinct([...node.outputs, node.missing]);
    case 'categoryMap':
      return distinct([...node.entries.map(({ output }) => output), node.otherwise, node.missing]);
    case 'decisionTable':
      return node.hit !== 'collect' && givesValues(node)
        ? distinct(node.rows.map(({ value }) => value))
        : undefined;
    case 'dimension':
      return node.valueType === 'boolean' ? [true, false] : node.domain?.options;
    default:
      return valueTypeOf(node) === 'boolean' ? [true, false] : undefined;
  }
}

function distinct(values: readonly (CategoryValue | undefined)[]): CategoryValue[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
