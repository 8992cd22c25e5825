import { describe, expect, it } from '@jest/globals';
import { readPluginOrThrow, recordsOf, type SampleRecord } from '@terrace/plugin-sdk';
import { createHash } from 'node:crypto';

const plugin = await readPluginOrThrow(import.meta.dirname);

const generated = new Map<string, SampleRecord[]>();

/** The records of a sample, generated once for all tests. */
function records(id = 'retail'): SampleRecord[] {
  const all = generated.get(id) ?? recordsOf(plugin, id);
  generated.set(id, all);
  return all;
}

/** Type-7 quintiles plus 1, in whole numbers of 10^-places / 5, as decimal text. */
function quintiles(values: readonly string[], places: number): string[] {
  const sorted = values
    .map((text) => BigInt(Math.round(Number(text) * 10 ** places)))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [1, 2, 3, 4].map((i) => {
    const position = (sorted.length - 1) * i;
    const low = sorted[Math.floor(position / 5)] ?? 0n;
    const high = sorted[Math.floor(position / 5) + 1] ?? low;
    const fifths = low * 5n + (high - low) * BigInt(position % 5) + 5n * 10n ** BigInt(places);
    return String(Number(((Number(fifths) / 5) * 10 ** -places).toFixed(places + 1)));
  });
}

/** Every `{ en, zh-CN }` in `json`, with where it stands. */
function texts(json: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (json === null || typeof json !== 'object') return [];
  const own = 'en' in json || 'zh-CN' in json ? [{ path, text: json as Record<string, string> }] : [];
  return [...own, ...Object.entries(json).flatMap(([key, value]) => texts(value, `${path}/${key}`))];
}

describe('the retail plugin', () => {
  // Where a ratio of two dimensions is compared the proof is partly sampled.
  it('brings the templates, dimensions and types that other parts name', () => {
    const { contributes } = plugin.manifest;
    expect(contributes.templates.map(({ id }) => id)).toEqual([
      ...['rfm', 'rfm-summary', 'rfm-eight', 'value', 'value-groups', 'head', 'core', 'platinum', 'abc'],
      ...['starter', 'lifecycle', 'dormant', 'price-sensitivity', 'season'],
    ]);
    expect(contributes.subjectTypes.map(({ id }) => id)).toEqual(['customer']);
    expect(contributes.eventTypes.map(({ id }) => id)).toEqual(['order']);
    expect(contributes.dimensions.map(({ node }) => node.id)).toEqual(
      expect.arrayContaining(['recency', 'frequency', 'monetary', 'orders_90_days', 'amount_90_days']),
    );
  });

  it('lets no price follow from a tier', () => {
    const { templates, manifest } = plugin;
    const said = texts({
      tiers: manifest.contributes.tiers,
      actions: manifest.contributes.actions,
      templates,
    });
    const promises = said.filter(({ path }) => /benefits|title/.test(path)).map(({ text }) => text['zh-CN']);
    expect(promises.length).toBeGreaterThan(50);
    expect(promises.filter((text) => /专属(价|折扣|优惠)|会员价|[0-9]\s*折/.test(text ?? ''))).toEqual([]);
  });

  it('guesses no first name as a name, and no unit price as an amount', () => {
    const { subjectTypes, eventTypes } = plugin.manifest.contributes;
    const aliases = [...subjectTypes, ...eventTypes].flatMap((type) =>
      type.fields.flatMap((field) => field.aliases),
    );
    expect(aliases).not.toEqual(expect.arrayContaining(['first_name']));
    expect(aliases).not.toEqual(expect.arrayContaining(['price']));
  });
});

describe('the retail sample', () => {
  it('has 2,000 customers and 30,000 orders of three years', () => {
    const all = records();
    const orders = all.filter((record) => record.kind === 'event');
    expect(all.length - orders.length).toBe(2000);
    expect(orders.length).toBe(30_000);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(30_000);
    const days = orders.map(({ time }) => time.slice(0, 10)).sort();
    expect(days[0]! >= '2023-01-02').toBe(true);
    expect(days.at(-1)).toBe('2025-12-31');
  });

  it('is the same on every machine', () => {
    const text = records()
      .map((record) => JSON.stringify(record))
      .join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '9faa3df4fb8375ae57aa34d069ce39506499908d803b3bb84ee4a4b6651bd87c',
    );
  });

  it('has some customers without orders, and few with many', () => {
    const subjects = records().filter((record) => record.kind === 'subject');
    const counts = subjects.map(({ values }) => Number(values['order_count'])).sort((a, b) => b - a);
    expect(counts.filter((count) => count === 0).length).toBe(135);
    const topTenth = counts.slice(0, 200).reduce((sum, count) => sum + count, 0);
    expect(topTenth / 30_000).toBeGreaterThan(0.35);
  });

  it('keeps totals on the customer that agree with the orders', () => {
    const all = records();
    const totals = new Map<string, { count: number; cents: number; last: string }>();
    for (const record of all) {
      if (record.kind !== 'event') continue;
      const total = totals.get(record.subject) ?? { count: 0, cents: 0, last: '' };
      total.count += 1;
      total.cents += Math.round(Number(record.values['amount']) * 100);
      const day = record.time.slice(0, 10);
      if (day > total.last) total.last = day;
      totals.set(record.subject, total);
    }
    for (const record of all) {
      if (record.kind !== 'subject') continue;
      const total = totals.get(record.key);
      expect(record.values['order_count']).toBe(String(total?.count ?? 0));
      expect(record.values['last_order_date']).toBe(total?.last ?? null);
      expect(Math.round(Number(record.values['total_amount']) * 100)).toBe(total?.cents ?? 0);
    }
  });

  it('is what the seed cut points of the RFM templates were taken from', () => {
    const { templates, manifest } = plugin;
    const asOf = Date.parse(manifest.contributes.samples[0]!.asOf);
    const buyers = records()
      .filter((record) => record.kind === 'subject')
      .filter(({ values }) => values['order_count'] !== '0')
      .map(({ values }) => values);
    const expected = {
      recency_score: quintiles(
        buyers.map((values) => String((asOf - Date.parse(values['last_order_date']!)) / 86_400_000)),
        0,
      ),
      frequency_score: quintiles(
        buyers.map((values) => values['order_count']!),
        0,
      ),
      monetary_score: quintiles(
        buyers.map((values) => values['total_amount']!),
        2,
      ),
    };
    for (const id of ['rfm', 'rfm-summary']) {
      const { nodes } = templates[id] as { nodes: { id: string; cuts?: { values: string[] } }[] };
      for (const [node, values] of Object.entries(expected))
        expect(nodes.find((candidate) => candidate.id === node)?.cuts?.values).toEqual(values);
    }
  });
});

describe('the department store sample', () => {
  it('has 1,500 members and 36,000 orders of three years', () => {
    const all = records('mall');
    const orders = all.filter((record) => record.kind === 'event');
    expect(all.length - orders.length).toBe(1500);
    expect(orders.length).toBe(36_000);
    const days = orders.map(({ time }) => time.slice(0, 10)).sort();
    expect(days[0]! >= '2023-07-02').toBe(true);
    expect(days.at(-1)).toBe('2026-06-30');
  });

  it('is the same on every machine', () => {
    const text = records('mall')
      .map((record) => JSON.stringify(record))
      .join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '6de1531301b6931556d232fea05f67971e72e1a22e0022b7099c97d4cea88e52',
    );
  });

  it('has keys of its own, so that both samples can be loaded', () => {
    const keysOf = (id: string): Set<string | null> =>
      new Set(records(id).map((record) => (record.kind === 'event' ? record.id : record.key)));
    const [retailKeys, mallKeys] = [keysOf('retail'), keysOf('mall')];
    expect([...mallKeys].filter((key) => retailKeys.has(key))).toEqual([]);
  });

  it('never has more promoted items than items, nor any without a promotion', () => {
    const orders = records('mall').filter((record) => record.kind === 'event');
    const wrong = orders.filter(({ values }) => {
      const promoted = Number(values['promoted_items']);
      return promoted > Number(values['items']) || promoted > 0 !== (values['has_promotion'] === 'true');
    });
    expect(wrong).toEqual([]);
  });

  it('lets platinum members spend more on an order than others', () => {
    const all = records('mall');
    const levels = new Map(
      all.flatMap((record) =>
        record.kind === 'subject' ? [[record.key, record.values['member_level']]] : [],
      ),
    );
    const average = (level: string): number => {
      const amounts = all.flatMap((record) =>
        record.kind === 'event' && levels.get(record.subject) === level
          ? [Number(record.values['amount'])]
          : [],
      );
      return amounts.reduce((sum, each) => sum + each, 0) / amounts.length;
    };
    expect(average('铂金')).toBeGreaterThan(2 * average('金卡'));
    expect(average('金卡')).toBeGreaterThan(2 * average('普通'));
  });
});
