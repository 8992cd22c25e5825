import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { openPage, setUp, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

const texts = {
  'zh-CN': {
    locale: 'zh-CN',
    sum: '权重合计 80%，应为 100%',
    grace: '不再达标后有 30 天宽限期，期满才降级。',
    cell: '得分档位 low，活跃度 idle：无层级',
    repaired: '已修复，可撤销。',
  },
  en: {
    locale: 'en-US',
    sum: 'Weights sum to 80 %, not 100 %',
    grace: 'Whoever no longer qualifies has 30 days before going down.',
    cell: 'Score band low, Activity idle: No tier',
    repaired: 'Repaired. You can undo this.',
  },
} as const;

const dimension = (id: string, chinese: string, english: string, source: object): ModelNode =>
  ({
    kind: 'dimension',
    id,
    name: { 'zh-CN': chinese, en: english },
    valueType: 'number',
    source: { kind: 'aggregate', event: 'order', ...source },
    missing: { policy: 'noMatch' },
    domain: { minimum: '0', step: '1' },
  }) as ModelNode;

const bands = (
  id: string,
  chinese: string,
  english: string,
  input: string,
  values: string[],
  outputs: (string | number)[],
): ModelNode => ({
  kind: 'bands',
  id,
  name: { 'zh-CN': chinese, en: english },
  input,
  cuts: { method: 'explicit', values },
  closed: 'left',
  outputs,
});

const tier = (id: string, name: string, rank: number, color: string): ModelNode => ({
  kind: 'tier',
  id,
  name: { 'zh-CN': name, en: id },
  rank,
  color,
});

/** What there is before anything is drawn: values on the left, tiers on the right, room in between. */
const start: ModelDocument = {
  schema: 2,
  name: { 'zh-CN': '评分卡与矩阵', en: 'Scorecard and matrix' },
  subjectType: 'customer',
  nodes: [
    dimension('orders', '订单数', 'Orders', { measure: 'count', window: { days: 365 } }),
    dimension('recency', '距最近一次下单', 'Days since last order', { measure: 'daysSinceLast' }),
    bands('orders_points', '订单得分', 'Order points', 'orders', ['2', '4'], [1, 2, 3]),
    bands('recency_points', '近度得分', 'Recency points', 'recency', ['90', '180'], [3, 2, 1]),
    bands('activity', '活跃度', 'Activity', 'recency', ['120'], ['active', 'idle']),
    bands('score_band', '得分档位', 'Score band', 'unconnected', ['2'], ['low', 'high']),
    tier('gold', '金卡', 1, '#e69f00'),
    tier('silver', '银卡', 2, '#56b4e9'),
    tier('plain', '普通', 3, '#7f7f7f'),
  ],
  fallback: 'plain',
  layout: {
    orders: { x: 0, y: 0 },
    recency: { x: 0, y: 220 },
    orders_points: { x: 200, y: 0 },
    recency_points: { x: 200, y: 170 },
    activity: { x: 200, y: 340 },
    score_band: { x: 760, y: 0 },
    gold: { x: 1020, y: 0 },
    silver: { x: 1020, y: 120 },
    plain: { x: 1020, y: 240 },
  },
};

describe.each(['zh-CN', 'en'] as const)('a scorecard and a matrix drawn in %s', (language) => {
  const words = texts[language];
  let browser: Browser;
  let server: TestServer;
  let page: Page;
  const faults: string[] = [];

  /** Draws a line between the handles of two nodes. */
  async function draw(source: string, target: string): Promise<void> {
    const place = async (node: string, side: string): Promise<{ x: number; y: number }> => {
      const box = await page.getByTestId(`node-${node}`).locator(`.react-flow__handle.${side}`).boundingBox();
      if (box === null) throw new Error(`${node} has no ${side} handle`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, to] = [await place(source, 'source'), await place(target, 'target')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
  }

  /** Leaves every node, so that the canvas takes the room of the properties. */
  async function leave(): Promise<void> {
    await page.locator('.react-flow__pane').click({ position: { x: 4, y: 4 } });
    await page.getByTestId('inspector').waitFor({ state: 'hidden' });
    await page.getByTestId('arrange').locator('xpath=preceding-sibling::button[1]').click();
    await page.waitForTimeout(300);
  }

  async function openForm(node: string): Promise<void> {
    await page.getByTestId(`node-${node}`).locator('.node-head').click();
    await page.getByTestId('inspector').waitFor();
  }

  /** Waits until the newest state of the canvas is proved. */
  async function proved(): Promise<void> {
    await page.waitForTimeout(700);
    await page.getByTestId('proof-status').locator('.anticon-loading').waitFor({ state: 'hidden' });
  }

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startTestServer()]);
    page = await openPage(browser, words.locale, faults);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('leads through weights, cells, a lifecycle and a proof with a repair to a published version', async () => {
    await setUp(page, server);
    await page.getByTestId('load-sample-retail.retail').click();
    await page.getByTestId('open-sample-model-retail.retail').waitFor();
    const { id: modelId } = await server.client.call('createModel', { body: { document: start } });
    await page.goto(`${server.url}/models/${modelId}`);
    await page.getByTestId('node-score_band').waitFor();

    // A scorecard over two scores, whose weights do not sum to 100 % yet.
    await page.getByTestId('palette-scorecard').click();
    await page.getByTestId('node-score').waitFor();
    await leave();
    await draw('orders_points', 'score');
    await draw('recency_points', 'score');
    await draw('score', 'score_band');
    await openForm('score');
    await page.getByTestId('open-scorecard').click();
    await page.getByTestId('weight-normal-item').fill('60');
    await page.getByTestId('weight-normal-recency_points').fill('20');
    expect(await page.getByTestId('sum-normal').innerText()).toBe('80%');
    await page.getByTestId('close-editor').click();
    await page.getByTestId('node-score').getByText(words.sum).waitFor();

    // A matrix of the score's band and the activity; one cell stays open.
    await leave();
    await page.getByTestId('palette-matrix').click();
    await page.getByTestId('node-matrix').waitFor();
    await leave();
    await draw('score_band', 'matrix');
    await draw('activity', 'matrix');
    await openForm('matrix');
    await page.getByTestId('open-matrix').click();
    await page.getByTestId('brush-gold').click();
    await page.getByTestId('matrix-cell-2').click();
    await page.getByTestId('brush-silver').click();
    await page.getByTestId('matrix-cell-0').click();
    await page.getByTestId('matrix-cell-3').click();
    expect(await page.getByTestId('matrix-cell-1').getAttribute('aria-label')).toBe(words.cell);
    await page.getByTestId('close-editor').click();

    // A lifecycle, said in plain words.
    await leave();
    await page.getByTestId('toggle-inspector').click();
    await page.getByTestId('lifecycle').click();
    await page.getByTestId('grace-days').fill('30');
    await page.getByTestId('lifecycle-words').getByText(words.grace).waitFor();
    await page.getByTestId('toggle-inspector').click();

    // The proof finds the weights and mends them; the repair is one step to undo.
    await page.getByTestId('proof').click();
    await page.getByTestId('finding-weights').waitFor();
    await proved();
    await page.getByTestId('repair-weights').click();
    await page.getByText(words.repaired).waitFor();
    await page.getByTestId('finding-weights').waitFor({ state: 'detached' });
    await page.getByTestId('undo').click();
    await page.getByTestId('finding-weights').waitFor();
    await page.getByTestId('redo').click();
    await page.getByTestId('finding-weights').waitFor({ state: 'detached' });
    await proved();

    // It finds the open cell, shows a customer nobody decides for, and points at it.
    const gap = page.getByTestId('finding-gap').first();
    expect(await gap.getByTestId('witness').first().innerText()).toContain(
      language === 'en' ? 'plain' : '普通',
    );
    await page.getByTestId('close-proof').click();

    // The preview counts as the API does; the model can be published.
    await page.getByTestId('preview').click();
    await page.getByTestId('run-result').waitFor();
    const { items: runs } = await server.client.call('listRuns');
    const preview = runs.find((run) => run.version === null && run.state === 'computed');
    const { items: tiers, total } = await server.client.call('getRunTiers', {
      params: { id: preview?.id ?? '' },
    });
    expect(total).toBe(2000);
    expect(tiers.every(({ count }) => count > 0)).toBe(true);
    for (const { tier: id, count } of tiers)
      expect(await page.getByTestId(`count-${id}`).innerText()).toBe(count.toLocaleString('en-US'));
    await page.keyboard.press('Escape');
    await page.getByTestId('run-result').waitFor({ state: 'hidden' });
    await page.getByTestId('publish').click();
    await page.getByTestId('publish-confirm').click();
    await page.getByTestId('run-version').waitFor();

    const { draft, publishedVersion } = await server.client.call('getModel', { params: { id: modelId } });
    expect(publishedVersion).toBe(1);
    expect(draft.lifecycle).toEqual({ graceDays: 30 });
    const node = (id: string): ModelNode | undefined => draft.nodes.find((each) => each.id === id);
    expect(node('score')).toMatchObject({
      items: [
        { id: 'item', input: 'orders_points' },
        { id: 'recency_points', input: 'recency_points' },
      ],
      weightSets: [{ id: 'normal', weights: { item: '75', recency_points: '25' } }],
    });
    expect(node('score_band')).toMatchObject({ input: 'score' });
    expect(node('matrix')).toMatchObject({
      axes: [
        { input: 'score_band', values: ['low', 'high'] },
        { input: 'activity', values: ['active', 'idle'] },
      ],
      cells: ['silver', null, 'gold', 'silver'],
    });
    expect(faults).toEqual([]);
  });
});
