import { matrixTier } from './documents.mjs';

/*
 * The four models as a good engineer writes them by hand, for speed and to be read: nothing general, tests that cannot fail left out, and a
 * missing value (undefined) treated as the models do.
 */

function rfm({ recency, frequency, monetary }) {
  if (recency === undefined || frequency === undefined || monetary === undefined) return 'others';
  const r = recency < 13 ? 5 : recency < 44 ? 4 : recency < 111.4 ? 3 : recency < 303.2 ? 2 : 1;
  const f = frequency < 4 ? 1 : frequency < 8 ? 2 : frequency < 13 ? 3 : frequency < 24 ? 4 : 5;
  const m =
    monetary < 607.954 ? 1 : monetary < 1291.592 ? 2 : monetary < 2427.556 ? 3 : monetary < 5047.076 ? 4 : 5;
  if (r === 5 && f === 5 && m === 5) return 'champions';
  if (r >= 3 && f >= 3 && m >= 2) return 'potential_loyalist';
  if (r >= 2 && r <= 4 && f >= 2 && f <= 4 && m >= 2 && m <= 4) return 'loyal_customers';
  if (r >= 3 && r <= 4 && f <= 3 && m >= 3) return 'promising';
  if (r >= 4 && f <= 3) return 'new_customers';
  if (r <= 2 && f >= 3 && f <= 4 && m >= 4) return 'cant_lose_them';
  if (r <= 2 && f >= 2 && m >= 4) return 'at_risk';
  if (r <= 3 && f >= 3 && m >= 3) return 'need_attention';
  if (r >= 2 && r <= 3 && f <= 3 && m <= 4) return 'about_to_sleep';
  if (r === 1) return 'lost';
  return 'others';
}

function scorecard({ spend, orders, tenure, returns, satisfaction }) {
  let score = 0;
  if (spend !== undefined)
    score += 35 * (spend < 1000 ? 10 : spend < 5000 ? 40 : spend < 20000 ? 70 : spend < 50000 ? 85 : 100);
  if (orders !== undefined) score += 20 * (orders < 2 ? 10 : orders < 6 ? 45 : orders < 12 ? 75 : 100);
  if (tenure !== undefined) score += 15 * (tenure < 90 ? 15 : tenure < 365 ? 50 : tenure < 1095 ? 80 : 100);
  if (returns !== undefined)
    score += 10 * (returns < 0.05 ? 100 : returns < 0.1 ? 70 : returns < 0.3 ? 30 : 0);
  if (satisfaction !== undefined)
    score += 20 * (satisfaction < 4 ? 0 : satisfaction < 7 ? 45 : satisfaction < 9 ? 80 : 100);
  score /= 100;
  if (score >= 85) return 'platinum';
  if (score >= 65) return 'gold';
  if (score >= 45) return 'silver';
  return score >= 25 ? 'bronze' : 'standard';
}

const cells = Array.from({ length: 60 }, (_, cell) =>
  matrixTier(Math.floor(cell / 12), Math.floor(cell / 3) % 4, cell % 3),
);

function matrix({ aum, products, years }) {
  if (aum === undefined || products === undefined || years === undefined) return 'unrated';
  const a = aum < 50000 ? 0 : aum < 500000 ? 1 : aum < 3000000 ? 2 : aum < 10000000 ? 3 : 4;
  const p = products < 2 ? 0 : products < 4 ? 1 : products < 7 ? 2 : 3;
  const t = years < 1 ? 0 : years < 5 ? 1 : 2;
  return cells[a * 12 + p * 3 + t];
}

function stages(lead) {
  const { seats, source } = lead;
  if (lead.contract === true && seats !== undefined)
    return lead.usage !== undefined && lead.usage >= 0.8 && seats > 50 ? 'expansion' : 'customer';
  const decides = lead.decision_maker === true;
  // Every amount asked for is more than nothing.
  const budget = lead.budget ?? 0;
  if (lead.proposal === true) {
    if (decides && budget >= 100000) return 'negotiation';
    if (decides || budget >= 20000) return 'quoted';
  }
  if (decides && (budget >= 10000 || (seats ?? 0) >= 20)) {
    const { industry } = lead;
    if (
      industry === 'finance' ||
      industry === 'retail' ||
      industry === 'manufacturing' ||
      industry === 'health'
    )
      return 'qualified';
  }
  const silent = lead.silent_days ?? Infinity;
  if (silent <= 30 && source !== undefined && source !== 'purchased') return 'contacted';
  if (source === 'fair' || source === 'web' || source === 'referral') return 'lead';
  return silent <= 365 ? 'lead' : 'none';
}

/** By the name of the model. */
export const handwritten = { rfm, scorecard, matrix, stages };
