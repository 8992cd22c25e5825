import { randomOf } from './random.mjs';

/** A value in about 19 of 20 rows. Missing is undefined: json-logic-engine takes null for a value that is there. */
const maybe = (random, value) => (random() < 0.05 ? undefined : value);
const whole = (random, most) => Math.floor(random() * (most + 1));
const cents = (random, most) => Math.round(random() * most * 100) / 100;
const one = (random, values) => values[whole(random, values.length - 1)];

const makers = {
  rfm: (random) => ({
    recency: maybe(random, whole(random, 400)),
    frequency: maybe(random, whole(random, 30)),
    monetary: maybe(random, cents(random, 7000)),
  }),
  scorecard: (random) => ({
    spend: maybe(random, cents(random, 60000)),
    orders: maybe(random, whole(random, 16)),
    tenure: maybe(random, whole(random, 1500)),
    returns: maybe(random, Math.round(random() * 40) / 100),
    satisfaction: maybe(random, whole(random, 10)),
  }),
  matrix: (random) => ({
    aum: maybe(random, Math.round(random() ** 3 * 2e9) / 100),
    products: maybe(random, whole(random, 9)),
    years: maybe(random, whole(random, 12)),
  }),
  stages: (random) => ({
    contract: maybe(random, random() < 0.3),
    proposal: maybe(random, random() < 0.5),
    decision_maker: maybe(random, random() < 0.5),
    industry: maybe(random, one(random, ['finance', 'retail', 'manufacturing', 'health', 'public', 'other'])),
    source: maybe(random, one(random, ['fair', 'web', 'referral', 'purchased'])),
    usage: maybe(random, Math.round(random() * 100) / 100),
    seats: maybe(random, whole(random, 100)),
    budget: maybe(random, whole(random, 200) * 1000),
    silent_days: maybe(random, whole(random, 500)),
  }),
};

/** `count` subjects for a model, always the same; in each place about one of twenty values is missing. */
export function rowsFor(model, count) {
  const random = randomOf(20240229);
  return Array.from({ length: count }, () => makers[model](random));
}
