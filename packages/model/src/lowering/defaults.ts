import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { DimensionValues } from './dimension-values.js';

/** The values with every missing dimension that has a default given it, as the SQL of dimensions does. */
export function applyDefaults(
  document: ModelDocument,
  given: DimensionValues,
): Record<string, Scalar | undefined> {
  const values: Record<string, Scalar | undefined> = { ...given };
  for (const node of document.nodes) {
    if (node.kind !== 'dimension' || node.missing.policy !== 'default') continue;
    const value = values[node.id];
    if (value === undefined || value === null || value === '') values[node.id] = node.missing.value;
  }
  return values;
}
