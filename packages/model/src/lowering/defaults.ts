import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';

/** What stands in for a missing value of `node`; null where it stays missing. */
export function defaultOf(node: ModelNode): Exclude<Scalar, null> | null {
  return node.kind === 'dimension' && node.missing.policy === 'default' ? node.missing.value : null;
}

/** The values with every missing dimension that has a default given it, as the SQL of dimensions does. */
export function applyDefaults<Value>(
  document: ModelDocument,
  given: Readonly<Record<string, Value>>,
): Record<string, Value | Scalar> {
  const values: Record<string, Value | Scalar> = { ...given };
  for (const node of document.nodes) {
    const fallback = defaultOf(node);
    const value = values[node.id];
    if (fallback !== null && (value === undefined || value === null || value === ''))
      values[node.id] = fallback;
  }
  return values;
}
