import type { launchBrowser, TestServer } from '@terrace/testing';

/** A browser as the harness starts it. */
export type Browser = Awaited<ReturnType<typeof launchBrowser>>;
/** One of its pages. */
export type Page = Awaited<ReturnType<Browser['newPage']>>;

/** The password of every user in a browser test. */
export const password = 'correct horse battery';

/** A page in the language of `locale`; what goes wrong in it, a breach of the security policy included, is added to `faults`. */
export async function openPage(browser: Browser, locale: string, faults: string[]): Promise<Page> {
  const context = await browser.newContext({
    locale,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  return page;
}

/** Becomes the administrator by the server's one-time address. */
export async function setUp(page: Page, server: TestServer): Promise<void> {
  await page.goto(`${server.url}/setup?code=${server.setupCode}`);
  await page.getByTestId('setup-name').fill('admin');
  await page.getByTestId('setup-password').fill(password);
  await page.getByTestId('setup-repeat').fill(password);
  await page.getByTestId('setup-submit').click();
}

/** Signs in by name, with the password every user of a browser test has. */
export async function signIn(page: Page, server: TestServer, name: string): Promise<void> {
  await page.goto(`${server.url}/sign-in`);
  await page.getByTestId('sign-in-name').fill(name);
  await page.getByTestId('sign-in-password').fill(password);
  await page.getByTestId('sign-in').click();
  await page.waitForURL(`${server.url}/`);
}
