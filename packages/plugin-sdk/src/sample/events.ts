import type { Sample, SampleEvents } from '../sample-schema.js';
import { daysBefore, openingTime } from './day.js';
import { fieldValue, plainValue } from './field-value.js';
import { lifeOf, substreams, weightOf } from './life.js';
import { bell, randomStream } from './random.js';
import { plainFieldsOf, readsSubject } from './plain-fields.js';
import type { SampleEvent } from './sample-record.js';

/** The number of a subject's first event less one, and how many events it has. */
export interface Share {
  readonly before: number;
  readonly count: number;
}

/** The key of subject number `index`, counted from 0. */
export function keyOf(sample: Sample, index: number): string {
  return plainValue(sample.subjects.key, { random: () => 0, number: index + 1, level: 0, asOf: sample.asOf });
}

/** Hands out exactly `events.count` events by weight, subject by subject; weights are computed again rather than kept. */
export function* sharesOf(sample: Sample, events: SampleEvents): Generator<Share, void> {
  let total = 0;
  for (let index = 0; index < sample.subjects.count; index += 1) total += weightOf(sample, events, index);
  let weightSoFar = 0;
  let before = 0;
  for (let index = 0; index < sample.subjects.count; index += 1) {
    weightSoFar += weightOf(sample, events, index);
    const after = total === 0 ? 0 : Math.floor((weightSoFar / total) * events.count + 0.5);
    yield { before, count: after - before };
    before = after;
  }
}

/** The events of one subject, the same at every call. */
export function* eventsOf(
  sample: Sample,
  events: SampleEvents,
  index: number,
  { before, count }: Share,
): Generator<SampleEvent, void> {
  const random = randomStream(sample.seed, index, substreams.events + sample.events.indexOf(events));
  const level = bell(random);
  const life = lifeOf(sample, index);
  const earliest = Math.min(life.startDay, events.days - 1);
  const latest = Math.min(life.endDay, earliest);
  const subject = keyOf(sample, index);
  const subjectFields = readsSubject(events) ? plainFieldsOf(sample, index) : {};
  for (let number = before + 1; number <= before + count; number += 1) {
    const values: Record<string, string | null> = {};
    const context = { random, number, level, asOf: sample.asOf, record: values, subject: subjectFields };
    const day = latest + Math.floor(random() * (earliest - latest + 1));
    const time = `${daysBefore(sample.asOf, day)}T${openingTime(random)}`;
    for (const [field, generator] of Object.entries(events.fields))
      values[field] = fieldValue(generator, context);
    const id = events.key === undefined ? null : plainValue(events.key, context);
    yield { kind: 'event', type: events.type, subject, time, id, values };
  }
}
