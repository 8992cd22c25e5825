import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPage, setUp, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

const folder = join(import.meta.dirname, '../../plugins');

interface Industry {
  readonly id: string;
  readonly contributes: { readonly samples?: readonly { readonly id: string }[] };
}

/** The industries that come with the program, each with its first sample. */
const industries = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(join(folder, name, 'plugin.json'), 'utf8')) as Industry)
  .map(({ id, contributes }) => [id, `${id}.${contributes.samples?.[0]?.id ?? ''}`] as const);

let browser: Browser;
let server: TestServer;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startTestServer()]);
  page = await openPage(browser, 'zh-CN', faults);
  page.setDefaultTimeout(60_000);
  await setUp(page, server);
  await page.getByTestId('industry-retail').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('an industry on the first page', () => {
  it.each(industries)('leads from the sample of %s to its tiers in three clicks', async (id, sample) => {
    await page.goto(`${server.url}/start`);
    const card = page.getByTestId(`industry-${id}`);
    await card.getByTestId(`load-sample-${sample}`).click();
    await card.getByTestId(`run-sample-${sample}`).click();
    await page.getByTestId('run-result').waitFor();

    // What is shown is what was computed, for everyone in the sample.
    const runId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { items, total } = await server.client.call('getRunTiers', { params: { id: runId } });
    for (const { tier, count } of items)
      expect(await page.getByTestId(`count-${tier}`).innerText()).toBe(
        new Intl.NumberFormat('zh-CN').format(count),
      );
    expect(items.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(total).toBeGreaterThanOrEqual(200);

    // Sensible: several tiers, none of which takes nearly everyone.
    expect(items.filter(({ count }) => count > 0).length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...items.map(({ share }) => share))).toBeLessThan(0.85);

    // The plugin's reports stand below, each saying whether what is expected is met.
    const { items: reports } = await server.client.call('listRunReports', { params: { id: runId } });
    for (const { id: report, expectations } of reports) {
      const shown = page.getByTestId(`report-${report}`);
      await shown.waitFor();
      const met = expectations.filter(({ isMet }) => isMet).length;
      expect([await shown.locator('.is-met').count(), await shown.locator('.is-missed').count()]).toEqual([
        met,
        expectations.length - met,
      ]);
    }
    expect(faults).toEqual([]);
  });
});
