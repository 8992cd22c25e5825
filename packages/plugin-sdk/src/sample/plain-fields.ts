import type { FieldGenerator, Sample, SampleEvents } from '../sample-schema.js';
import { fieldValue } from './field-value.js';
import { substreams } from './life.js';
import { bell, randomStream } from './random.js';

/** The fields of subject number `index` that do not look at its events. */
export function plainFieldsOf(sample: Sample, index: number): Record<string, string | null> {
  const random = randomStream(sample.seed, index, substreams.fields);
  const level = bell(random);
  const record: Record<string, string | null> = {};
  const context = { random, number: index + 1, level, asOf: sample.asOf, record, subject: record };
  for (const [field, generator] of Object.entries(sample.subjects.fields))
    if (generator.kind !== 'start' && generator.kind !== 'summary')
      record[field] = fieldValue(generator, context);
  return record;
}

function looksAtSubject(generator: FieldGenerator): boolean {
  if (generator.kind !== 'by') return false;
  const below = [...Object.values(generator.cases), generator.otherwise];
  return generator.of === 'subject' || below.some(looksAtSubject);
}

/** Whether a field of the events depends on a field of their subject. */
export function readsSubject(events: SampleEvents): boolean {
  return Object.values(events.fields).some(looksAtSubject);
}
