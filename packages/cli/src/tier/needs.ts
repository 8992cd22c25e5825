import type { JsonLogic, ModelDocument } from '@terrace/model';

/** The records and fields a model computes its dimensions from. */
export interface Needs {
  readonly subjectType: string;
  readonly subjectFields: ReadonlySet<string>;
  /** Fields by event type; a type is there also when only its count or days are looked at. */
  readonly eventFields: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The names of the variables in `logic`. */
function variables(logic: JsonLogic): string[] {
  if (logic === null || typeof logic !== 'object') return [];
  if (Array.isArray(logic)) return logic.flatMap(variables);
  return Object.entries(logic).flatMap(([operator, operands]: [string, JsonLogic]) => {
    if (operator !== 'var') return variables(operands);
    const name = Array.isArray(operands) ? (operands as readonly JsonLogic[])[0] : operands;
    return typeof name === 'string' ? [name] : [];
  });
}

/** What `document` has to find in the data. */
export function needsOf(document: ModelDocument): Needs {
  const subjectFields = new Set<string>();
  const eventFields = new Map<string, Set<string>>();
  for (const node of document.nodes) {
    if (node.kind !== 'dimension') continue;
    const { source } = node;
    if (source.kind !== 'aggregate') {
      subjectFields.add(source.field);
      continue;
    }
    const fields = eventFields.get(source.event) ?? new Set();
    eventFields.set(source.event, fields);
    if (source.field !== undefined) fields.add(source.field);
    if (source.where !== undefined) variables(source.where).forEach((name) => fields.add(name));
  }
  return { subjectType: document.subjectType, subjectFields, eventFields };
}
