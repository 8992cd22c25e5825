import { bands, dimension, model, node, tiers } from './nodes.mjs';

/** Characteristics with their weight in percent and points by lower bound; a missing value has points of its own. */
const items = [
  [
    'repayment',
    '35',
    '30',
    [
      ['60', '40'],
      ['90', '70'],
      [null, '100'],
    ],
  ],
  [
    'debt',
    '30',
    '20',
    [
      ['20', '100'],
      ['50', '60'],
      ['80', '30'],
      [null, '0'],
    ],
  ],
  [
    'history',
    '15',
    '10',
    [
      ['2', '20'],
      ['5', '50'],
      ['10', '80'],
      [null, '100'],
    ],
  ],
  [
    'inquiries',
    '10',
    '50',
    [
      ['1', '100'],
      ['3', '60'],
      [null, '20'],
    ],
  ],
  [
    'mix',
    '10',
    '40',
    [
      ['2', '50'],
      [null, '90'],
    ],
  ],
];

const grades = ['a', 'b', 'c', 'd', 'e'];
const cuts = ['30', '45', '60', '75'];

const points = ([id, , missing, bins]) =>
  `CASE WHEN d_${id} IS NULL THEN ${missing} ${bins
    .map(([below, value]) => (below === null ? `ELSE ${value}` : `WHEN d_${id} < ${below} THEN ${value}`))
    .join(' ')} END`;

const value = (id, most, decimals) =>
  `CASE WHEN random() < 0.05 THEN NULL ELSE round((random() * ${most})::numeric, ${decimals}) END AS d_${id}`;

export const scorecard = {
  name: 'scorecard',
  columns: [
    value('repayment', 100, 1),
    value('debt', 120, 2),
    value('history', 15, 1),
    value('inquiries', 5, 0),
    value('mix', 4, 0),
  ],
  document: model(
    [
      ...items.map(([id]) => dimension(id)),
      node('scorecard', 'score', {
        items: items.map(([id, , missing, bins]) => ({
          id,
          input: id,
          missing,
          bins: bins.map(([below, value]) => ({
            cell: below === null ? { op: 'range' } : { op: '<', value: Number(below) },
            points: value,
          })),
        })),
        weightSets: [
          {
            id: 'normal',
            name: { en: 'Normal' },
            weights: Object.fromEntries(items.map(([id, weight]) => [id, weight])),
          },
        ],
      }),
      bands('grade', 'score', cuts, ['e', 'd', 'c', 'b', 'a']),
      node('decisionTable', 'routes', {
        inputs: ['grade'],
        rows: grades.slice(0, 4).map((grade) => ({
          id: grade,
          cells: [{ op: '==', value: grade }],
          tier: `grade_${grade}`,
        })),
      }),
      ...tiers(...grades.map((grade) => `grade_${grade}`)),
    ],
    'grade_e',
  ),
  byHand: (source) => `
    SELECT key, ${items.map(([id]) => `d_${id}`).join(', ')}, score AS n_score, grade AS n_grade,
      CASE WHEN grade <> 'e' THEN 'grade_' || grade END AS n_routes, 'grade_' || grade AS tier
    FROM (SELECT *, CASE WHEN score < 30 THEN 'e' WHEN score < 45 THEN 'd' WHEN score < 60 THEN 'c' WHEN score < 75 THEN 'b'
        ELSE 'a' END AS grade
      FROM (SELECT *, (${items.map((item) => `${item[1]} * ${points(item)}`).join(' + ')})::numeric / 100 AS score
        FROM ${source} OFFSET 0) scored OFFSET 0) graded`,
};
