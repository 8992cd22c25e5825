import type {
  DimensionNode,
  EventType,
  Field,
  JsonLogic,
  ModelDocument,
  RecordTypes,
  SubjectType,
} from '@terrace/model';
import { fieldTypesIn } from './field-types-in.js';

/** A field that a type needs besides those it has. */
export interface AddedField {
  readonly kind: 'subject' | 'event';
  readonly type: string;
  readonly field: Field;
}

/** What record types lack that a model reads. */
export interface AddedTypes {
  readonly subjectTypes: readonly SubjectType[];
  readonly eventTypes: readonly EventType[];
  /** Of types that are there already. */
  readonly fields: readonly AddedField[];
}

/** The records a document reads: fields of its subject, and those of its events by type. */
interface ReadFields {
  readonly subject: readonly Field[];
  readonly events: ReadonlyMap<string, readonly Field[]>;
}

/** Headers that usually hold the day of an event. */
const timeAliases = ['time', 'date', 'timestamp', 'datetime', 'occurred_at', '时间', '日期', '发生时间'];

function makeField(
  id: string,
  type: Field['type'],
  node: DimensionNode | undefined,
  values?: readonly string[],
): Field {
  return {
    id,
    name: node?.name ?? { en: id, 'zh-CN': id },
    type,
    required: false,
    ...(values === undefined ? {} : { values: [...values] }),
    aliases: node === undefined || node.id === id ? [] : [node.id],
    sensitivity: 'none',
  };
}

/** The field behind a dimension that has a field's own value. */
function fieldOfValue(id: string, node: DimensionNode, isNamed: boolean): Field {
  const named = isNamed ? node : undefined;
  const options = node.domain?.options;
  switch (node.valueType) {
    case 'duration':
      return makeField(id, 'number', named);
    case 'enumeration':
      return options === undefined
        ? makeField(id, 'text', named)
        : makeField(id, 'enumeration', named, options);
    default:
      return makeField(id, node.valueType, named);
  }
}

/** The field an aggregate works on. */
function fieldOfMeasure(id: string, measure: string, node: DimensionNode): Field {
  if (measure === 'sum' || measure === 'average') return makeField(id, 'number', undefined);
  if (measure === 'distinct') return makeField(id, 'text', undefined);
  return fieldOfValue(id, node, false);
}

/** Adds `field` unless the id is there: what is said first counts. */
function put(fields: Map<string, Field>, field: Field): void {
  if (!fields.has(field.id)) fields.set(field.id, field);
}

function fieldsRead({ nodes }: ModelDocument): ReadFields {
  const subject = new Map<string, Field>();
  const events = new Map<string, Map<string, Field>>();
  const filters: [Map<string, Field>, JsonLogic][] = [];
  const dimensions = nodes.filter((node) => node.kind === 'dimension');
  for (const node of dimensions)
    if (node.source.kind === 'field') put(subject, fieldOfValue(node.source.field, node, true));
  for (const node of dimensions) {
    const { source } = node;
    if (source.kind === 'daysSince') put(subject, makeField(source.field, 'date', node));
    if (source.kind !== 'aggregate') continue;
    const fields = events.get(source.event) ?? new Map<string, Field>();
    events.set(source.event, fields);
    if (source.field !== undefined) put(fields, fieldOfMeasure(source.field, source.measure, node));
    if (source.where !== undefined) filters.push([fields, source.where]);
  }
  // What a measure works on says more about a field than what a filter compares it with.
  for (const [fields, where] of filters)
    for (const [id, type] of fieldTypesIn(where)) put(fields, makeField(id, type, undefined));
  return {
    subject: [...subject.values()],
    events: new Map([...events].map(([id, fields]) => [id, [...fields.values()]])),
  };
}

function newSubjectType(id: string, fields: readonly Field[]): SubjectType {
  return { id, name: { en: id, 'zh-CN': id }, keyAliases: [], fields: [...fields] };
}

function newEventType(id: string, subjectType: string, fields: readonly Field[]): EventType {
  return {
    id,
    name: { en: id, 'zh-CN': id },
    subjectType,
    subjectAliases: [`${subjectType}_id`, `${subjectType}_key`, `${subjectType}_no`],
    timeAliases: [...timeAliases, `${id}_time`, `${id}_date`],
    idAliases: [],
    fields: [...fields],
  };
}

/** `type` with those of `fields` that it lacks, which are listed in `added`. */
function completed<T extends SubjectType | EventType>(
  kind: AddedField['kind'],
  type: T,
  fields: readonly Field[],
  added: AddedField[],
): T {
  const absent = fields.filter(({ id }) => !type.fields.some((field) => field.id === id));
  if (absent.length === 0) return type;
  added.push(...absent.map((field) => ({ kind, type: type.id, field })));
  return { ...type, fields: [...type.fields, ...absent] };
}

/**
 * Record types with everything that `document` reads: its subject type, its event types and their fields, as its dimensions declare them.
 * What is there already stays as it is, though the document may not fit it.
 * @returns the types, and what of them is new
 */
export function completeTypes(
  types: RecordTypes,
  document: ModelDocument,
): { readonly types: RecordTypes; readonly added: AddedTypes } {
  const read = fieldsRead(document);
  const fields: AddedField[] = [];
  const hasSubject = types.subjectTypes.some(({ id }) => id === document.subjectType);
  const subjectTypes = hasSubject ? [] : [newSubjectType(document.subjectType, read.subject)];
  const eventTypes = [...read.events]
    .filter(([id]) => !types.eventTypes.some((type) => type.id === id))
    .map(([id, ofEvent]) => newEventType(id, document.subjectType, ofEvent));
  return {
    types: {
      subjectTypes: [
        ...types.subjectTypes.map((type) =>
          type.id === document.subjectType ? completed('subject', type, read.subject, fields) : type,
        ),
        ...subjectTypes,
      ],
      eventTypes: [
        ...types.eventTypes.map((type) => completed('event', type, read.events.get(type.id) ?? [], fields)),
        ...eventTypes,
      ],
    },
    added: { subjectTypes, eventTypes, fields },
  };
}

/** The fields that were made for the records of one kind and type. */
export function addedFieldsOf(
  { subjectTypes, eventTypes, fields }: AddedTypes,
  { kind, type }: Pick<AddedField, 'kind' | 'type'>,
): Field[] {
  const types: readonly (SubjectType | EventType)[] = kind === 'subject' ? subjectTypes : eventTypes;
  return [
    ...types.filter(({ id }) => id === type).flatMap((made) => made.fields),
    ...fields.filter((each) => each.kind === kind && each.type === type).map(({ field }) => field),
  ];
}

/** What a field of a file may be called besides what the catalog says. */
export type NamedField = Pick<Field, 'id' | 'name'>;

/**
 * The names by which a model knows the fields of a file: those of dimensions that are a field of its subject, and of fields that were made
 * for it.
 */
export function namedFieldsOf(
  document: ModelDocument,
  added: AddedTypes,
  file: Pick<AddedField, 'kind' | 'type'>,
): NamedField[] {
  const isSubject = file.kind === 'subject' && file.type === document.subjectType;
  const dimensions = document.nodes.flatMap((node): NamedField[] =>
    isSubject && node.kind === 'dimension' && node.source.kind === 'field'
      ? [{ id: node.source.field, name: node.name }]
      : [],
  );
  return [...dimensions, ...addedFieldsOf(added, file)];
}
