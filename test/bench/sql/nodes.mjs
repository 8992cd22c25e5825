import { modelDocumentSchema } from '@terrace/model';

const named = (id) => ({ id, name: { en: id } });

/** A dimension out of a field of the same name; the bench fills its column itself. */
export const dimension = (id, valueType = 'number', missing = { policy: 'noMatch' }) => ({
  ...named(id),
  kind: 'dimension',
  valueType,
  source: { kind: 'field', field: id },
  missing,
});

export const bands = (id, input, values, outputs) => ({
  ...named(id),
  kind: 'bands',
  input,
  cuts: { method: 'explicit', values },
  outputs,
});

export const node = (kind, id, rest) => ({ ...named(id), kind, ...rest });

export const tiers = (...ids) => ids.map((id, index) => node('tier', id, { rank: index + 1 }));

export const model = (nodes, fallback) =>
  modelDocumentSchema.parse({ schema: 2, name: { en: 'Bench' }, subjectType: 'customer', nodes, fallback });
