/** A sentence, the rule it is drafted as (with short names: `count90d`, `sum12m`, `sinceLast`, `city`), its tier and what else it says. */
export type Row = readonly [
  sentence: string,
  rule: string,
  tier?: string,
  more?: { otherwise?: string; action?: string },
];
