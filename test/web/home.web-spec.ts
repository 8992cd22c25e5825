import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ModelSummary } from '@terrace/client';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { openPage, setUp, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

let browser: Browser;
let server: TestServer;
let page: Page;
const faults: string[] = [];
/** Paths below the API that the page asked for. */
const asked: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startTestServer()]);
  page = await openPage(browser, 'en-US', faults);
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.replace('/api/v1', '')));
  await setUp(page, server);
  await page.getByTestId('industry-retail').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the first page', () => {
  it('shows many industries without asking after each sample', async () => {
    await page.waitForLoadState('networkidle');
    expect(await page.getByTestId(/^load-sample-/).count()).toBeGreaterThan(6);
    expect(asked.filter((path) => path.startsWith('/samples/'))).toEqual([]);
  });

  it('follows the sample that is loaded, also when it is opened again meanwhile', async () => {
    await page.getByTestId('load-sample-retail.retail').click();
    await page.getByTestId('sample-progress').waitFor();
    await page.getByTestId('nav-plugins').click();
    await page.goto(`${server.url}/start`);
    await page.getByTestId('run-sample-retail.retail').waitFor();
    expect(new Set(asked.filter((path) => path.startsWith('/samples/')))).toEqual(
      new Set(['/samples/retail.retail/load']),
    );
    // Loaded, it is asked after no more.
    asked.length = 0;
    await page.goto(`${server.url}/start`);
    await page.getByTestId('run-sample-retail.retail').waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/samples/'))).toEqual([]);
  });

  it('draws twelve applied models at most, and leads to the others', async () => {
    const { items } = await server.client.call('listModels');
    const [model] = items as [ModelSummary];
    const many = Array.from({ length: 13 }, (_, n) => ({ ...model, id: `model-${n}`, appliedVersion: 1 }));
    await page.route('**/api/v1/models?*', (route) =>
      route.fulfill({ json: { items: many, total: many.length, page: 1, pageSize: 50 } }),
    );
    await page.goto(server.url);
    await page.getByTestId('more-applied').waitFor();
    expect(await page.getByTestId(/^model-card-/).count()).toBe(12);
    await page.getByTestId('more-applied').click();
    await page.waitForURL(`${server.url}/models`);
    await page.unroute('**/api/v1/models?*');
  });

  it('leads to the ways to a new model when the last one was deleted', async () => {
    const { items } = await server.client.call('listModels');
    for (const { id } of items) await server.client.call('deleteModel', { params: { id } });
    await page.goto(server.url);
    await page.getByTestId('first-model').click();
    await page.getByTestId('template-blank').waitFor();
    // Opened by its address, the form of an empty model has the type there are records of, too.
    await page.goto(`${server.url}/models/new?blank=true`);
    await page.getByTestId('new-model-name').fill('Mine');
    await page.getByTestId('create-confirm').click();
    await page.getByTestId('node-standard').waitFor();
    const [mine] = (await server.client.call('listModels')).items;
    expect(mine).toMatchObject({ name: { en: 'Mine' }, subjectType: 'customer' });
    expect(faults).toEqual([]);
  });
});
