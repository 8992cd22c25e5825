import { bands, dimension, model, node, tiers } from './nodes.mjs';

/** Inclusive score ranges of recency, frequency and amount, first match wins. */
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

const cell = (min, max) => ({ op: 'between', min, max });

export const rfm = {
  name: 'rfm',
  columns: [
    'CASE WHEN random() < 0.1 THEN NULL ELSE floor(random() * 600)::numeric END AS d_recency',
    'floor(power(random(), 2) * 12)::numeric AS d_frequency',
    'CASE WHEN random() < 0.05 THEN NULL ELSE round((random() * 1000)::numeric, 2) END AS d_monetary',
  ],
  document: model(
    [
      dimension('recency'),
      dimension('frequency'),
      dimension('monetary'),
      bands('recency_score', 'recency', ['115', '181', '297.4', '482'], [5, 4, 3, 2, 1]),
      bands('frequency_score', 'frequency', ['4', '5', '6', '8'], [1, 2, 3, 4, 5]),
      bands('monetary_score', 'monetary', ['255.8', '382', '506.4', '666'], [1, 2, 3, 4, 5]),
      node('decisionTable', 'segment', {
        inputs: ['recency_score', 'frequency_score', 'monetary_score'],
        rows: segments.map(([tier, r1, r2, f1, f2, m1, m2]) => ({
          id: tier,
          cells: [cell(r1, r2), cell(f1, f2), cell(m1, m2)],
          tier,
        })),
      }),
      ...tiers(...segments.map(([tier]) => tier), 'others'),
    ],
    'others',
  ),
  byHand: (source) => `
    SELECT key, d_recency, d_frequency, d_monetary, r AS n_recency_score, f AS n_frequency_score, m AS n_monetary_score,
      segment AS n_segment, coalesce(segment, 'others') AS tier
    FROM (SELECT *, CASE ${segments
      .map(
        ([tier, r1, r2, f1, f2, m1, m2]) =>
          `WHEN r BETWEEN ${r1} AND ${r2} AND f BETWEEN ${f1} AND ${f2} AND m BETWEEN ${m1} AND ${m2} THEN '${tier}'`,
      )
      .join('\n')} END AS segment
      FROM (SELECT *,
        CASE WHEN d_recency IS NULL THEN NULL WHEN d_recency < 115 THEN 5::numeric WHEN d_recency < 181 THEN 4
          WHEN d_recency < 297.4 THEN 3 WHEN d_recency < 482 THEN 2 ELSE 1 END AS r,
        CASE WHEN d_frequency IS NULL THEN NULL WHEN d_frequency < 4 THEN 1::numeric WHEN d_frequency < 5 THEN 2
          WHEN d_frequency < 6 THEN 3 WHEN d_frequency < 8 THEN 4 ELSE 5 END AS f,
        CASE WHEN d_monetary IS NULL THEN NULL WHEN d_monetary < 255.8 THEN 1::numeric WHEN d_monetary < 382 THEN 2
          WHEN d_monetary < 506.4 THEN 3 WHEN d_monetary < 666 THEN 4 ELSE 5 END AS m
        FROM ${source} OFFSET 0) scored OFFSET 0) tiered`,
};
