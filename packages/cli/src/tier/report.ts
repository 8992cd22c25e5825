import type { TierResult } from '@terrace/client';
import { localize, type Language, type ModelDocument } from '@terrace/model';
import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';
import type { Format } from './tier-options.js';

/** A tier's part in the result, ready to be written. */
export interface TierRow {
  readonly tier: string;
  readonly name: string;
  readonly count: number;
  /** Of all subjects, 0 to 1. */
  readonly share: number;
  /** Sum of the model's amount dimension as decimal text; null for a model without one. */
  readonly amount: string | null;
}

/** What is written to standard output. */
export interface TierReport {
  readonly model: string;
  readonly asOf: string;
  readonly total: number;
  readonly badRows: number;
  readonly tiers: readonly TierRow[];
}

/** Every tier of `document`, best first, with its part in the result; a tier without subjects is there with 0. */
export function tierRows(
  document: ModelDocument,
  results: readonly TierResult[],
  language: Language,
): TierRow[] {
  return document.nodes
    .filter((node) => node.kind === 'tier')
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id, name }) => {
      const result = results.find(({ tier }) => tier === id);
      const amount = document.amount === undefined ? null : (result?.amount ?? '0');
      return {
        tier: id,
        name: localize(name, language),
        count: result?.count ?? 0,
        share: result?.share ?? 0,
        amount,
      };
    });
}

const headings = {
  en: ['Tier', 'Count', 'Share', 'Amount'],
  'zh-CN': ['层级', '人数', '占比', '金额'],
} as const;

const noBorders = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((place) => [place, '']),
);

function table(report: TierReport, language: Language): string {
  const lines = new Table({
    head: [...headings[language]],
    colAligns: ['left', 'right', 'right', 'right'],
    chars: { ...noBorders, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const { name, count, share, amount } of report.tiers)
    lines.push([name, count, `${(share * 100).toFixed(1)}%`, amount ?? '-']);
  return `${lines
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

/** `report` as text in the chosen format, ending with a line feed. */
export function formatReport(report: TierReport, format: Format, language: Language): string {
  switch (format) {
    case 'table':
      return table(report, language);
    case 'csv':
      return stringify(
        report.tiers.map(({ tier, name, count, share, amount }) => [tier, name, count, share, amount]),
        { header: true, columns: ['tier', 'name', 'count', 'share', 'amount'] },
      );
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
  }
}
