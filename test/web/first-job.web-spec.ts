import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { localize, type Language } from '@terrace/model';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { openPage, setUp, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

/** What the page must show, as the business admin reads it. */
const texts = {
  'zh-CN': {
    locale: 'zh-CN',
    becameExplicit: '已改为固定分界点',
    preview: '预览',
    applied: '这次试算已应用',
  },
  en: {
    locale: 'en-US',
    becameExplicit: 'Now fixed cut points',
    preview: 'Preview',
    applied: 'This run was applied',
  },
} as const;

const from = 'potential_loyalist';
const to = 'champions';

/** The counts of the matrix on the page, by `from/to`; empty cells are left out. */
async function shownMatrix(page: Page): Promise<Record<string, number>> {
  const cells = await page
    .getByTestId('migration-matrix')
    .locator('button')
    .evaluateAll((buttons) =>
      buttons.map((button) => [button.getAttribute('data-testid') ?? '', (button as HTMLElement).innerText]),
    );
  return Object.fromEntries(
    cells
      .filter(([, text]) => text !== '·')
      .map(([id, text]) => [id?.replace(/^cell-/, ''), Number(text?.replaceAll(',', ''))]),
  );
}

/** Asks until `read` gives something; actions are performed by background jobs. */
async function eventually<T>(read: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error('it did not happen within 20 seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe.each(['zh-CN', 'en'] as const)('the first job in %s', (language: Language) => {
  const words = texts[language];
  let browser: Browser;
  let server: TestServer;
  let page: Page;
  const faults: string[] = [];

  /** The matrix of a run as the API gives it, in the form of {@link shownMatrix}. */
  async function matrixOf(runId: string): Promise<Record<string, number>> {
    const { cells } = await server.client.call('getRunMatrix', { params: { id: runId } });
    return Object.fromEntries(
      cells
        .filter(({ count }) => count > 0)
        .map((cell) => [`${cell.from ?? 'none'}-${cell.to ?? 'none'}`, cell.count]),
    );
  }

  async function applyShownRun(): Promise<void> {
    await page.getByTestId('apply').click();
    await page.getByTestId('apply-confirm').click();
    await page.getByText(words.applied).waitFor();
  }

  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startTestServer()]);
    page = await openPage(browser, words.locale, faults);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('leads from the sample to a moved customer, the reason and the task', async () => {
    // Sign in by the one-time address.
    await setUp(page, server);

    // Load the sample and open its model.
    await page.getByTestId('load-sample-retail.retail').click();
    await page.getByTestId('open-sample-model-retail.retail').click();
    await page.getByTestId('node-recency_score').waitFor();
    const modelId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    // A first run gives everyone a tier.
    await page.getByTestId('model-runs').click();
    await page.getByTestId('start-run').click();
    await page.getByTestId('run-result').waitFor();
    const first = await server.client.call('getRunTiers', {
      params: { id: new URL(page.url()).pathname.split('/').at(-1) ?? '' },
    });
    expect(first.total).toBe(2000);
    for (const { tier, count } of first.items)
      expect(await page.getByTestId(`count-${tier}`).innerText()).toBe(String(count));
    await applyShownRun();

    // Move a threshold on the canvas: the scale's first cut point, to the right.
    await page.goto(`${server.url}/models/${modelId}`);
    const input = page.getByTestId('cut-recency_score-0');
    await input.waitFor();
    const before = Number(await input.inputValue());
    const handle = page.getByTestId('cut-handle-recency_score-0');
    const box = await handle.boundingBox();
    if (box === null) throw new Error('the handle of the cut point is not on the page');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 80, middle.y, { steps: 8 });
    await page.mouse.up();
    await page.getByText(words.becameExplicit).waitFor();
    const after = Number(await input.inputValue());
    expect(after).toBeGreaterThan(before);
    expect(after).toBeLessThanOrEqual(Number(await page.getByTestId('cut-recency_score-1').inputValue()));

    // The preview of what is on the canvas shows the migration matrix of exactly that run.
    expect(await page.getByTestId('preview').innerText()).toContain(words.preview);
    await page.getByTestId('preview').click();
    await page.getByTestId('run-result').waitFor();
    const { items: runs } = await server.client.call('listRuns');
    const preview = runs.find((run) => run.version === null && run.state === 'computed');
    const previewed = await matrixOf(preview?.id ?? '');
    expect(await shownMatrix(page)).toEqual(previewed);
    const moved = previewed[`${from}-${to}`] ?? 0;
    expect(moved).toBeGreaterThan(0);

    // A cell lists its customers.
    await page.getByTestId(`cell-${from}-${to}`).click();
    await page.getByTestId('clear-cell').waitFor();
    const listed = page.getByTestId('run-result').locator('a[data-testid^="subject-"]');
    await eventually(async () => ((await listed.count()) === Math.min(20, moved) ? true : undefined));
    const key = (await listed.first().getAttribute('data-testid'))?.replace(/^subject-/, '') ?? '';
    await page.keyboard.press('Escape');
    await page.getByTestId('run-result').waitFor({ state: 'hidden' });

    // Save, publish, compute the version, apply.
    await page.getByTestId('save').click();
    await eventually(async () => ((await page.getByTestId('save').isDisabled()) ? true : undefined));
    await page.getByTestId('publish').click();
    await page.getByTestId('publish-note').fill('recency');
    await page.getByTestId('publish-confirm').click();
    await page.getByTestId('run-version').click();
    await page.waitForURL('**/runs/*');
    await page.getByTestId('run-result').waitFor();
    expect(await shownMatrix(page)).toEqual(previewed);
    await applyShownRun();
    const { draft, publishedVersion, appliedVersion } = await server.client.call('getModel', {
      params: { id: modelId },
    });
    expect([publishedVersion, appliedVersion]).toEqual([2, 2]);
    const band = draft.nodes.find(({ id }) => id === 'recency_score');
    expect(band?.kind === 'bands' && band.cuts.method === 'explicit' && band.cuts.values[0]).toBe(
      String(after),
    );

    // Find the customer who moved, and read why.
    const task = await eventually(
      async () => (await server.client.call('listTasks', { query: { key } })).items[0],
    );
    await page.getByTestId('nav-subjects').click();
    await page.getByTestId('subjects-search').locator('input').fill(key);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: key, exact: true }).click();
    const tier = page.getByTestId('current-tier');
    await tier.waitFor();
    const champions = draft.nodes.find(({ id }) => id === to);
    const championsName = champions === undefined ? '' : localize(champions.name, language);
    expect(await tier.getAttribute('data-tier')).toBe(to);
    expect(await tier.innerText()).toBe(championsName);
    const explanation = await server.client.call('explainSubject', {
      params: { type: 'customer', key },
      query: { modelId },
    });
    expect(await page.getByTestId('why-summary').innerText()).toBe(localize(explanation.summary, language));
    const why = await page.getByTestId('why-recency_score').innerText();
    expect(why).toContain(String(after));
    expect(explanation.steps.find(({ nodeId }) => nodeId === 'recency_score')?.value).toBe('5');
    await page.getByTestId('transition-upgrade').getByText(championsName).waitFor();

    // The move created a task, on the customer's page and in the list of tasks.
    const title = localize(task.title, language);
    expect(await page.getByTestId(`task-${task.id}`).innerText()).toContain(title);
    await page.getByTestId('nav-tasks').click();
    await page.getByTestId(`task-subject-${key}`).waitFor();
    expect(await page.getByTestId(`task-title-${task.id}`).innerText()).toBe(title);

    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(faults).toEqual([]);
  });
});
