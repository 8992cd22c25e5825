import { asOf } from './population.mjs';

/** Inclusive score ranges of recency, frequency and amount, first match wins: set A. */
const segments = [
  ['champions', 5, 5, 5, 5, 5, 5],
  ['potential_loyalist', 3, 5, 3, 5, 2, 5],
  ['loyal_customers', 2, 4, 2, 4, 2, 4],
  ['promising', 3, 4, 1, 3, 3, 5],
  ['new_customers', 4, 5, 1, 3, 1, 5],
  ['cant_lose_them', 1, 2, 3, 4, 4, 5],
  ['at_risk', 1, 2, 2, 5, 4, 5],
  ['need_attention', 1, 3, 3, 5, 3, 5],
  ['about_to_sleep', 2, 3, 1, 3, 1, 4],
  ['lost', 1, 1, 1, 5, 1, 5],
];

const segmentCases = segments
  .map(
    ([tier, r1, r2, f1, f2, m1, m2]) =>
      `WHEN r BETWEEN ${r1} AND ${r2} AND f BETWEEN ${f1} AND ${f2} AND m BETWEEN ${m1} AND ${m2} THEN '${tier}'`,
  )
  .join('\n      ');

const score = (value, cut, lowestFirst) =>
  `CASE WHEN ${value} IS NULL THEN NULL ${[1, 2, 3, 4]
    .map((i) => `WHEN ${value} < ${cut}[${i}] THEN ${lowestFirst ? i : 6 - i}`)
    .join(' ')} ELSE ${lowestFirst ? 5 : 1} END`;

/** What the model computes, as one good engineer writes it by hand: the same table, the same exact quantiles, the same counts. */
const statements = [
  `BEGIN`,
  `SET LOCAL work_mem = '256MB'`,
  `SET LOCAL hash_mem_multiplier = 2`,
  `SET LOCAL maintenance_work_mem = '256MB'`,
  `CREATE UNLOGGED TABLE data.hand_rfm AS
   SELECT s.key, date '${asOf}' - (o.last_at AT TIME ZONE 'UTC')::date AS recency,
     coalesce(o.frequency, 0) AS frequency, coalesce(o.monetary, 0) AS monetary
   FROM data.subject_customer s LEFT JOIN (
     SELECT subject_key, max(occurred_at) AS last_at, count(*) AS frequency, sum(f_amount) AS monetary
     FROM data.event_order WHERE occurred_at < timestamptz '${asOf} 00:00:00+00' + interval '1 day'
     GROUP BY subject_key) o ON o.subject_key = s.key
   WHERE s.known_since IS NULL OR s.known_since < timestamptz '${asOf} 00:00:00+00' + interval '1 day'`,
  // The k-th of n by percentile_disc((k - 1/2) / n); type 7 interpolates between the k-th and the next, in numeric.
  `CREATE TEMP TABLE hand_cut ON COMMIT DROP AS
   WITH size AS (SELECT count(*) AS n FROM data.hand_rfm WHERE frequency > 0),
   place AS (
     SELECT n, i, (n - 1) * i / 5 + 1 AS k, (n - 1) * i % 5 / 5.0 AS fraction FROM size, generate_series(1, 4) i),
   wanted AS (SELECT array_agg((k - 0.5) / n ORDER BY i)::float8[] AS low,
     array_agg((least(k + 1, n) - 0.5) / n ORDER BY i)::float8[] AS high FROM place),
   found AS (
     SELECT percentile_disc((SELECT low || high FROM wanted)) WITHIN GROUP (ORDER BY recency) AS r,
       percentile_disc((SELECT low || high FROM wanted)) WITHIN GROUP (ORDER BY frequency) AS f,
       percentile_disc((SELECT low || high FROM wanted)) WITHIN GROUP (ORDER BY monetary) AS m
     FROM data.hand_rfm WHERE frequency > 0)
   SELECT array_agg(r[i] + fraction * (r[i + 4] - r[i]) + 1 ORDER BY i) AS r,
     array_agg(f[i] + fraction * (f[i + 4] - f[i]) + 1 ORDER BY i) AS f,
     array_agg(m[i] + fraction * (m[i + 4] - m[i]) + 1 ORDER BY i) AS m
   FROM found, place`,
  `CREATE TABLE data.hand_result AS
   SELECT key, recency, frequency, monetary, r AS recency_score, f AS frequency_score, m AS monetary_score,
     CASE ${segmentCases} ELSE 'others' END AS tier
   FROM (
     SELECT h.*, ${score('h.recency', 'c.r', false)} AS r, ${score('h.frequency', 'c.f', true)} AS f,
       ${score('h.monetary', 'c.m', true)} AS m
     FROM data.hand_rfm h CROSS JOIN hand_cut c OFFSET 0) scored`,
  `ALTER TABLE data.hand_result ADD PRIMARY KEY (key)`,
  `DROP TABLE data.hand_rfm`,
];

/** Runs it. @returns the number of customers per tier */
export async function computeByHand(client) {
  await client.query('DROP TABLE IF EXISTS data.hand_result');
  const start = performance.now();
  for (const statement of statements) await client.query(statement);
  const { rows } = await client.query(
    `SELECT tier, count(*)::integer AS count, sum(monetary) AS amount FROM data.hand_result GROUP BY tier`,
  );
  await client.query('COMMIT');
  const seconds = (performance.now() - start) / 1000;
  return { seconds, counts: new Map(rows.map(({ tier, count }) => [tier, count])) };
}
