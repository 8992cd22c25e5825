import {
  calibratedNodes,
  compileDocument,
  cutPointsOf,
  withCutPoints,
  type DimensionValues,
  type EventType,
  type ModelDocument,
  type ModelNode,
  type RecordTypes,
} from '@terrace/model';
import type { SampleEvent, SampleRecord, SampleSubject } from '../../sample/sample-record.js';
import { aggregate, daysBetween, firstDay, typedValue, type Scalar } from './aggregate-values.js';
import { conditionOver, fieldInputs } from './logic-over-values.js';

type Dimension = Extract<ModelNode, { kind: 'dimension' }>;
type ReadValue = (subject: SampleSubject, events: readonly SampleEvent[]) => Scalar;

/** The value of an aggregate; null where its event type is not known. */
function aggregateReader(
  source: Extract<Dimension['source'], { kind: 'aggregate' }>,
  type: EventType | undefined,
  asOf: string,
): ReadValue {
  const start = firstDay(source.window, asOf);
  const fields = type?.fields ?? [];
  const field = fields.find(({ id }) => id === source.field);
  const holds = source.where === undefined ? null : conditionOver(source.where, fieldInputs(fields));
  const valuesOf = (event: SampleEvent): DimensionValues =>
    Object.fromEntries(fields.map((each) => [each.id, typedValue(each.type, event.values[each.id])]));
  return (_, events) => {
    const counted = events.filter(
      (event) =>
        event.type === source.event &&
        event.time.slice(0, 10) <= asOf &&
        (start === null || event.time.slice(0, 10) >= start) &&
        (holds === null || holds(valuesOf(event))),
    );
    const dated = counted.map((event) => ({
      day: event.time.slice(0, 10),
      value: field === undefined ? null : typedValue(field.type, event.values[field.id]),
    }));
    return aggregate(source.measure, dated, asOf);
  };
}

/** How the value of a dimension follows from the records of a subject; null for what only the host can compute. */
function readerOf(
  { source }: Dimension,
  subjectType: string,
  types: RecordTypes,
  asOf: string,
): ReadValue | null {
  const subject = types.subjectTypes.find(({ id }) => id === subjectType);
  switch (source.kind) {
    case 'field': {
      const field = subject?.fields.find(({ id }) => id === source.field);
      return ({ values }) => typedValue(field?.type, values[source.field]);
    }
    case 'daysSince':
      return ({ values }) => {
        const day = values[source.field] ?? null;
        return day === null ? null : daysBetween(day, asOf);
      };
    case 'aggregate':
      return aggregateReader(
        source,
        types.eventTypes.find(({ id }) => id === source.event),
        asOf,
      );
    default:
      return null;
  }
}

/** The values of every subject, by dimension. */
function populationOf(
  dimensions: readonly Dimension[],
  readers: readonly (ReadValue | null)[],
  records: readonly SampleRecord[],
): DimensionValues[] {
  const events = new Map<string, SampleEvent[]>();
  for (const record of records)
    if (record.kind === 'event') {
      const known = events.get(record.subject);
      if (known === undefined) events.set(record.subject, [record]);
      else known.push(record);
    }
  for (const list of events.values()) list.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return records.flatMap((record) => {
    if (record.kind !== 'subject') return [];
    const own = events.get(record.key) ?? [];
    return [Object.fromEntries(dimensions.map(({ id }, at) => [id, readers[at]?.(record, own) ?? null]))];
  });
}

/** The document with the cut points that a run over this population would take. */
function calibrated(
  document: ModelDocument,
  dimensions: readonly Dimension[],
  population: readonly DimensionValues[],
): ModelDocument {
  const cuts = calibratedNodes(document).map(({ nodeId, input, cuts: settings, population: who }) => {
    const counts = who === undefined ? null : conditionOver(who, dimensions);
    const values = population
      .filter((values) => counts === null || counts(values))
      .flatMap((values) => {
        const value = values[input];
        return value === null || value === undefined || value === '' ? [] : [String(value)];
      });
    return [nodeId, values.length === 0 ? settings.values : cutPointsOf(settings, values)] as const;
  });
  return withCutPoints(document, Object.fromEntries(cuts));
}

/**
 * How many subjects of a sample each tier of a model gets, computed without a database; null for a model with values that only the host
 * can compute.
 */
export function sampleTiers(
  document: ModelDocument,
  records: readonly SampleRecord[],
  types: RecordTypes,
  asOf: string,
): ReadonlyMap<string, number> | null {
  const dimensions = document.nodes.filter((node) => node.kind === 'dimension');
  const readers = dimensions.map((each) => readerOf(each, document.subjectType, types, asOf));
  if (readers.some((read) => read === null)) return null;
  const population = populationOf(dimensions, readers, records);
  const { tierOf } = compileDocument(calibrated(document, dimensions, population));
  const counts = new Map<string, number>();
  for (const values of population) {
    const tier = tierOf(values);
    counts.set(tier, (counts.get(tier) ?? 0) + 1);
  }
  return counts;
}
