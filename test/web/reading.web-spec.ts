import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { openPage, setUp, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

let browser: Browser;
let server: TestServer;
let page: Page;
let modelId: string;
let runId: string;
const faults: string[] = [];

/** What stands out least among the elements of `selector`: contrast of text with what is behind it (WCAG 2.2). */
function leastContrast(selector: string): Promise<number> {
  return page.evaluate((css) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    /** The colours laid over each other, the last one on top. */
    const blended = (colors: readonly string[]): number => {
      context.clearRect(0, 0, 1, 1);
      for (const color of colors) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((each) => {
        const channel = each / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const found = [...document.querySelectorAll(css)];
    if (found.length === 0) throw new Error(`nothing is ${css}`);
    return Math.min(
      ...found.map((element) => {
        const behind: string[] = [];
        for (let each: Element | null = element; each !== null; each = each.parentElement)
          behind.unshift(getComputedStyle(each).backgroundColor);
        const [text, back] = [blended([...behind, getComputedStyle(element).color]), blended(behind)].sort(
          (a, b) => b - a,
        ) as [number, number];
        return (text + 0.05) / (back + 0.05);
      }),
    );
  }, selector);
}

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startTestServer()]);
  page = await openPage(browser, 'en-US', faults);
  await setUp(page, server);
  await page.getByTestId('load-sample-retail.retail').click();
  await page.getByTestId('run-sample-retail.retail').click();
  await page.getByTestId('run-result').waitFor();
  runId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { items } = await server.client.call('listModels');
  modelId = items[0]?.id ?? '';
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(['dark', 'light'] as const)('in %s colours', (colorScheme) => {
  it('cells of the migration matrix and placeholders of selects stand out', async () => {
    const { items } = await server.client.call('getRunTiers', { params: { id: runId } });
    const tiers = items.map(({ tier }) => tier);
    // Every way and every strength: up and down by one and more, new ones, and those who stay.
    const cells = tiers.flatMap((from, row) => [
      { from: null, to: from, count: 1 + row * 100 },
      ...tiers.map((to, column) => ({ from, to, count: 1 + row * 100 + column * 30 })),
    ]);
    await page.emulateMedia({ colorScheme });
    await page.route('**/matrix', (route) => route.fulfill({ json: { cells } }));
    await page.goto(`${server.url}/runs/${runId}`);
    await page.locator('.matrix-cell.is-up').first().waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
    for (const kind of ['up', 'down', 'other', 'stay'])
      expect(await leastContrast(`.matrix-cell.is-${kind}:enabled`)).toBeGreaterThanOrEqual(4.5);
    expect(await leastContrast('.ant-select-placeholder')).toBeGreaterThanOrEqual(4.5);
    await page.unroute('**/matrix');
  });
});

describe('a word more', () => {
  const tooltip = () => page.locator('.ant-tooltip:not(.ant-tooltip-hidden)');

  it('about a palette item is shown by keyboard, and closed by Escape', async () => {
    await page.goto(`${server.url}/models/${modelId}`);
    await page.getByTestId('palette-search').focus();
    await page.keyboard.press('Tab');
    await tooltip().getByText('Cuts a number into bands').waitFor();
    await page.keyboard.press('Tab');
    await tooltip().getByText('Gives categories such as cities').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => document.querySelector('.ant-tooltip:not(.ant-tooltip-hidden)') === null,
    );
  });

  it('tells why a button cannot be used', async () => {
    await page.getByTestId('proof').focus();
    for (
      let n = 0;
      n < 12 &&
      !(await page.getByTestId('publish-reason').evaluate((each) => each === document.activeElement));
      n += 1
    )
      await page.keyboard.press('Tab');
    await tooltip().getByText('Nothing has changed').waitFor();
  });

  it('tells what a signature means', async () => {
    await page.goto(`${server.url}/plugins/retail`);
    await page.getByTestId('plugin-disable').focus();
    // Past the way back to all plugins.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await tooltip().getByText('It came with the program').waitFor();
    expect(
      await page
        .getByTestId('plugin-signature')
        .first()
        .evaluate((each) => each === document.activeElement),
    ).toBe(true);
    expect(faults).toEqual([]);
  });
});
