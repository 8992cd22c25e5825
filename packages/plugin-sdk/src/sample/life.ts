import type { Sample, SampleEvents } from '../sample-schema.js';
import { bell, exponential, randomStream } from './random.js';

/** When a subject's events lie: from `startDay` to `endDay`, counted in days before the as-of day, `startDay` >= `endDay`. */
export interface Life {
  readonly startDay: number;
  readonly endDay: number;
}

/** Streams of a subject's random numbers; events take one each from `events` on. */
export const substreams = { life: 1, fields: 2, events: 16 } as const;

/** Spread of how much subjects differ in their number of events: a tenth of them has about 40 % of the events. */
const eventSpread = 0.8;
/** Share of subjects that still come; the others stopped at some day. */
const stillComing = 0.55;

/** The days between which subject number `index` has events. */
export function lifeOf(sample: Sample, index: number): Life {
  const random = randomStream(sample.seed, index, substreams.life);
  const days = Math.max(1, ...sample.events.map((events) => events.days)) - 1;
  const startDay = Math.floor(random() * days);
  const endDay = random() < stillComing ? 0 : Math.floor(random() * startDay);
  return { startDay, endDay };
}

/** How large the part of subject number `index` in the events is; 0 for one without any. */
export function weightOf(sample: Sample, events: SampleEvents, index: number): number {
  const random = randomStream(sample.seed, index, substreams.events + 100 + sample.events.indexOf(events));
  if (random() < events.withoutEvents) return 0;
  const { startDay, endDay } = lifeOf(sample, index);
  return (startDay - endDay + 60) * exponential(eventSpread * bell(random));
}
