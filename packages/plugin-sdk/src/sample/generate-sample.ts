import type { Sample } from '../sample-schema.js';
import { daysBefore } from './day.js';
import { eventsOf, keyOf, sharesOf, type Share } from './events.js';
import { lifeOf } from './life.js';
import { plainFieldsOf } from './plain-fields.js';
import type { SampleRecord, SampleSubject } from './sample-record.js';
import { summaryOf } from './summary.js';

function subjectOf(sample: Sample, index: number, shares: readonly Share[]): SampleSubject {
  const plain = plainFieldsOf(sample, index);
  const values: Record<string, string | null> = {};
  for (const [field, generator] of Object.entries(sample.subjects.fields)) {
    if (generator.kind === 'start') values[field] = daysBefore(sample.asOf, lifeOf(sample, index).startDay);
    else if (generator.kind === 'summary') {
      const position = sample.events.findIndex(({ type }) => type === generator.event);
      const events = sample.events[position];
      const share = shares[position];
      values[field] =
        events === undefined || share === undefined
          ? null
          : summaryOf(generator, [...eventsOf(sample, events, index, share)]);
    } else values[field] = plain[field] ?? null;
  }
  return { kind: 'subject', type: sample.subjects.type, key: keyOf(sample, index), values };
}

/**
 * Generates a sample's records: all subjects, then the events of each type, subject by subject. The records depend on
 * `sample` alone - not on machine, clock or locale - and are made one at a time, so that memory does not grow with their
 * number.
 * @param most - how many subjects to give at most, the first ones, with their events; all unless given
 * @since 0.1.0
 */
export function* generateSample(
  sample: Sample,
  most: number = sample.subjects.count,
): Generator<SampleRecord, void> {
  const count = Math.min(most, sample.subjects.count);
  const shares = sample.events.map((events) => sharesOf(sample, events));
  for (let index = 0; index < count; index += 1)
    yield subjectOf(
      sample,
      index,
      shares.map((share) => share.next().value ?? { before: 0, count: 0 }),
    );
  for (const events of sample.events) {
    let index = 0;
    for (const share of sharesOf(sample, events)) {
      if (index === count) break;
      yield* eventsOf(sample, events, index, share);
      index += 1;
    }
  }
}
