import {
  compileDocument,
  documentSchemaVersion,
  type DimensionValues,
  type Field,
  type JsonLogic,
  type ModelNode,
} from '@terrace/model';

type Dimension = Extract<ModelNode, { kind: 'dimension' }>;

/**
 * A condition as a function of the values it reads: put into a model that has nothing else, so that it means what it means there.
 * @param inputs - what it may read
 */
export function conditionOver(
  logic: JsonLogic,
  inputs: readonly Dimension[],
): (values: DimensionValues) => boolean {
  const name = { en: 'condition' };
  const taken = new Set(inputs.map(({ id }) => id));
  const free = (id: string): string => (taken.has(id) ? free(`${id}_`) : id);
  const [condition, tier] = [free('condition'), free('tier')];
  const compiled = compileDocument({
    schema: documentSchemaVersion,
    name,
    subjectType: 'record',
    nodes: [
      ...inputs,
      { kind: 'condition', id: condition, name, when: logic },
      { kind: 'tier', id: tier, name, rank: 1 },
    ],
    fallback: tier,
    layout: {},
  });
  return (values) => compiled.evaluate(values).values[condition] === true;
}

/** Fields of a record as values that a condition can read. */
export function fieldInputs(fields: readonly Field[]): Dimension[] {
  return fields.map(({ id, name, type, values }) => ({
    kind: 'dimension',
    id,
    name,
    valueType: type,
    ...(type === 'enumeration' ? { domain: { options: [...(values ?? [])] } } : {}),
    source: { kind: 'field', field: id },
    missing: { policy: 'noMatch' },
  }));
}
