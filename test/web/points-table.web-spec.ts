import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ModelDocument } from '@terrace/model';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { openPage, setUp, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

const texts = {
  'zh-CN': {
    locale: 'zh-CN',
    summary: '共 3 个评分项、6 个分箱，基础分 456，总分范围 396 至 490。',
    fault: '第 7 行：“住房情况”的“rent”已在第 6 行出现，请只保留一处。',
    open: '“贷款申请”没有与 purpose 同名且类型相符的字段。',
    later: '稍后连接',
  },
  en: {
    locale: 'en-US',
    summary: '3 items with 6 bins, base points 456; totals from 396 to 490 are possible.',
    fault: 'Line 7: “rent” of “住房情况” is listed on line 6 already. Keep one of the two.',
    open: '“Loan application” has no field that goes by the name of purpose and fits the bins.',
    later: 'Connect later',
  },
} as const;

const rows = [
  'variable\tbin\twoe\tpoints',
  'basepoints\t\t\t456',
  'age.in.years\t[-Inf,26)\t0.5\t-39',
  'age.in.years\tmissing%,%[26, Inf)\t-0.1\t14',
  'purpose\tcar (used)\t0.2\t9',
  '住房情况\trent%,%for free\t0.4\t-23',
  '住房情况\tRENT\t-0.2\t11',
  'purpose\tradio, television\t0.1\t2',
];

const start: ModelDocument = {
  schema: 2,
  name: { 'zh-CN': '信用评分', en: 'Credit score' },
  subjectType: 'loan',
  nodes: [
    {
      kind: 'scorecard',
      id: 'score',
      name: { 'zh-CN': '总分', en: 'Score' },
      base: '0',
      items: [{ id: 'item', input: 'unconnected' }],
      weightSets: [{ id: 'normal', name: { 'zh-CN': '常规', en: 'Normal' }, weights: { item: '100' } }],
    },
    { kind: 'tier', id: 'plain', name: { 'zh-CN': '普通', en: 'Plain' }, rank: 1 },
  ],
  fallback: 'plain',
  layout: { score: { x: 400, y: 100 }, plain: { x: 800, y: 100 } },
};

describe.each(['zh-CN', 'en'] as const)('a points table pasted in %s', (language) => {
  const words = texts[language];
  let browser: Browser;
  let server: TestServer;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startTestServer()]);
    page = await openPage(browser, words.locale, faults);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('shows what was understood and what is wrong, and becomes items and dimensions in one step', async () => {
    await setUp(page, server);
    await page.getByTestId('own-file').waitFor();
    const field = { required: false, aliases: [], sensitivity: 'none' as const };
    await server.client.call('createSubjectType', {
      body: {
        id: 'loan',
        name: { 'zh-CN': '贷款申请', en: 'Loan application' },
        keyAliases: [],
        fields: [
          { ...field, id: 'age', name: { 'zh-CN': '年龄', en: 'Age in years' }, type: 'number' },
          { ...field, id: 'housing', name: { 'zh-CN': '住房情况', en: 'Housing' }, type: 'text' },
          { ...field, id: 'purpose', name: { 'zh-CN': '用途', en: 'Purpose' }, type: 'number' },
        ],
      },
    });
    const { id: modelId } = await server.client.call('createModel', { body: { document: start } });
    await page.goto(`${server.url}/models/${modelId}`);
    await page.getByTestId('node-score').locator('.node-head').click();
    await page.getByTestId('paste-points-table').waitFor();

    // The second category stands there twice: nothing can be taken over until it is mended.
    const text = rows.map((row) => row.replace('RENT', 'rent')).join('\r\n');
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('Control+v');
    await page.getByTestId('points-table-error').getByText(words.fault).waitFor();
    expect(await page.getByTestId('points-table-apply').isDisabled()).toBe(true);
    await page.getByTestId('points-table-text').fill(rows.join('\n'));
    await page.getByTestId('points-table-error').waitFor({ state: 'detached' });

    // Two variables are read from fields; the third has one of another type and stays open.
    expect(await page.getByTestId('points-table-summary').innerText()).toBe(words.summary);
    expect(await page.getByTestId('points-table-open').innerText()).toContain(words.open);
    expect(await page.getByTestId('points-table-source-1').innerText()).toBe(words.later);
    await page.getByTestId('points-table-apply').click();
    await page.getByTestId('points-table-text').waitFor({ state: 'detached' });
    await page.getByTestId('node-age').waitFor();

    // One step to undo, and to do again.
    await page.getByTestId('undo').click();
    await page.getByTestId('node-age').waitFor({ state: 'detached' });
    await page.getByTestId('redo').click();
    await page.getByTestId('node-housing').waitFor();
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.url().includes(modelId),
    );
    await page.keyboard.press('Control+s');
    expect((await saved).ok()).toBe(true);

    const { draft } = await server.client.call('getModel', { params: { id: modelId } });
    expect(draft.nodes.find(({ id }) => id === 'score')).toEqual({
      ...{ kind: 'scorecard', id: 'score', name: { 'zh-CN': '总分', en: 'Score' }, base: '456' },
      items: [
        {
          ...{ id: 'age_in_years', input: 'age', missing: '14' },
          bins: [
            { cell: { op: 'range', max: 26, closed: 'left' }, points: '-39' },
            { cell: { op: 'range', min: 26, closed: 'left' }, points: '14' },
          ],
        },
        {
          ...{ id: 'purpose', input: 'unconnected', name: { 'zh-CN': 'purpose', en: 'purpose' } },
          bins: [
            { cell: { op: '==', value: 'car (used)' }, points: '9' },
            { cell: { op: '==', value: 'radio, television' }, points: '2' },
          ],
        },
        {
          ...{ id: 'variable', input: 'housing' },
          bins: [
            { cell: { op: 'in', values: ['rent', 'for free'] }, points: '-23' },
            { cell: { op: '==', value: 'RENT' }, points: '11' },
          ],
        },
      ],
    });
    expect(draft.nodes.filter(({ kind }) => kind === 'dimension').map(({ id }) => id)).toEqual([
      'age',
      'housing',
    ]);
    expect(faults).toEqual([]);
  });
});
