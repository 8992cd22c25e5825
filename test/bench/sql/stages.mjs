import { dimension, model, node, tiers } from './nodes.mjs';

/** Seven stages of an opportunity, latest first, each with what has to be there. */
const stages = [
  ['accepted', { '==': [{ var: 'acceptance' }, true] }, 'd_acceptance'],
  ['preparing', { '>=': [{ var: 'paid_share' }, 0.3] }, 'd_paid_share >= 0.3'],
  [
    'negotiating',
    { and: [{ '==': [{ var: 'timetable' }, true] }, { '==': [{ var: 'prequalified' }, true] }] },
    'd_timetable AND d_prequalified',
  ],
  [
    'deciding',
    { and: [{ '>=': [{ var: 'budget' }, 100000] }, { '>=': [{ var: 'contacts' }, 3] }] },
    'd_budget >= 100000 AND d_contacts >= 3',
  ],
  ['budgeting', { '==': [{ var: 'finance_letter' }, 'approved'] }, `d_finance_letter = 'approved'`],
  [
    'matching',
    { in: [{ var: 'requirement' }, ['written', 'signed']] },
    `d_requirement IN ('written', 'signed')`,
  ],
];

const flag = (id) => `CASE WHEN random() < 0.1 THEN NULL ELSE random() < 0.2 END AS d_${id}`;
const text = (id, ...options) =>
  `CASE WHEN random() < 0.1 THEN NULL ELSE (ARRAY['${options.join("','")}'])[1 + floor(random() * ${options.length})::int] END AS d_${id}`;

const fields = [
  ['acceptance', 'boolean'],
  ['paid_share', 'number'],
  ['timetable', 'boolean'],
  ['prequalified', 'boolean'],
  ['budget', 'number'],
  ['contacts', 'number'],
  ['finance_letter', 'text'],
  ['requirement', 'text'],
];

export const b2bStages = {
  name: 'stages',
  columns: [
    flag('acceptance'),
    'CASE WHEN random() < 0.1 THEN NULL ELSE round((random() * 0.4)::numeric, 2) END AS d_paid_share',
    flag('timetable'),
    flag('prequalified'),
    'CASE WHEN random() < 0.1 THEN NULL ELSE round((random() * 200000)::numeric, 2) END AS d_budget',
    'CASE WHEN random() < 0.1 THEN NULL ELSE floor(random() * 6)::numeric END AS d_contacts',
    text('finance_letter', 'none', 'asked', 'approved'),
    text('requirement', 'none', 'oral', 'written', 'signed'),
  ],
  document: model(
    [
      ...fields.map(([id, type]) => dimension(id, type)),
      ...stages.map(([id, when]) => node('condition', `is_${id}`, { when, tier: id })),
      ...tiers(...stages.map(([id]) => id), 'confirming'),
    ],
    'confirming',
  ),
  byHand: (source) => `
    SELECT key, ${fields.map(([id]) => `d_${id}`).join(', ')}, ${stages.map(([id]) => `n_is_${id}`).join(', ')},
      CASE ${stages.map(([id]) => `WHEN n_is_${id} THEN '${id}'`).join(' ')} ELSE 'confirming' END AS tier
    FROM (SELECT *, ${stages.map(([id, , sql]) => `coalesce(${sql}, false) AS n_is_${id}`).join(', ')}
      FROM ${source} OFFSET 0) judged`,
};
