import { bands, dimension, model, node, tiers } from './nodes.mjs';

const levels = ['low', 'middle', 'high'];
const assets = ['none', 'gold', 'platinum', 'diamond'];

/** The tier of each combination of assets, complexity and cross-border need. */
function tierOf(asset, complexity, need) {
  if (asset === 'none') return null;
  if (asset === 'diamond' || (asset === 'platinum' && complexity === 'high' && need)) return 'diamond';
  if (asset === 'platinum' || (asset === 'gold' && complexity === 'high' && need)) return 'platinum';
  return 'gold';
}
const combinations = assets.flatMap((asset) =>
  levels.flatMap((complexity) =>
    [false, true].map((need) => ({ asset, complexity, need, tier: tierOf(asset, complexity, need) })),
  ),
);

export const matrix = {
  name: 'matrix',
  columns: [
    `CASE WHEN random() < 0.05 THEN NULL ELSE round(power(random(), 3)::numeric * 80000000, 2) END AS d_assets`,
    `CASE WHEN random() < 0.05 THEN NULL ELSE floor(random() * 40)::numeric END AS d_accounts`,
    `CASE WHEN random() < 0.05 THEN NULL ELSE random() < 0.3 END AS d_cross_border`,
  ],
  document: model(
    [
      dimension('assets'),
      dimension('accounts'),
      dimension('cross_border', 'boolean'),
      bands('asset_band', 'assets', ['3000000', '10000000', '50000000'], assets),
      bands('complexity', 'accounts', ['5', '20'], levels),
      node('matrix', 'grid', {
        axes: [
          { input: 'asset_band', values: assets },
          { input: 'complexity', values: levels },
          { input: 'cross_border', values: [false, true] },
        ],
        cells: combinations.map(({ tier }) => tier),
      }),
      ...tiers('diamond', 'platinum', 'gold', 'ordinary'),
    ],
    'ordinary',
  ),
  byHand: (source) => `
    SELECT key, d_assets, d_accounts, d_cross_border, a AS n_asset_band, c AS n_complexity, grid AS n_grid,
      coalesce(grid, 'ordinary') AS tier
    FROM (SELECT *, CASE
        WHEN a IS NULL OR c IS NULL OR d_cross_border IS NULL OR a = 'none' THEN NULL
        WHEN a = 'diamond' OR (a = 'platinum' AND c = 'high' AND d_cross_border) THEN 'diamond'
        WHEN a = 'platinum' OR (a = 'gold' AND c = 'high' AND d_cross_border) THEN 'platinum'
        ELSE 'gold' END AS grid
      FROM (SELECT *,
        CASE WHEN d_assets IS NULL THEN NULL WHEN d_assets < 3000000 THEN 'none' WHEN d_assets < 10000000 THEN 'gold'
          WHEN d_assets < 50000000 THEN 'platinum' ELSE 'diamond' END AS a,
        CASE WHEN d_accounts IS NULL THEN NULL WHEN d_accounts < 5 THEN 'low' WHEN d_accounts < 20 THEN 'middle'
          ELSE 'high' END AS c
        FROM ${source} OFFSET 0) banded OFFSET 0) placed`,
};
