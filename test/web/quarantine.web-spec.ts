import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { modelDocumentSchema } from '@terrace/model';
import { launchBrowser, startTestServer, type TestServer } from '@terrace/testing';
import { CodePluginFolder, guests } from '../fixtures/code-plugin.js';
import { compute, connect } from '../fixtures/tiering.js';
import { openPage, password, setUp, signIn, type Browser, type Page } from './open-page.js';

jest.setTimeout(120_000);

const texts = {
  'zh-CN': {
    locale: 'zh-CN',
    title: '其代码已被停止',
    reason: '插件“looping”的维度“size”计算 2 个对象超过 1 秒，已被终止。',
    wayBack: '管理员解除隔离后，其代码会重新运行。',
    release: '解除隔离',
  },
  en: {
    locale: 'en-US',
    title: 'Its code was stopped',
    reason:
      'The dimension "size" of the plugin "looping" took longer than 1 s for 2 subjects and was stopped.',
    wayBack: 'An administrator can take it out of quarantine',
    release: 'Take out of quarantine',
  },
} as const;

const plugins = new CodePluginFolder();
let browser: Browser;
let server: TestServer;
const faults: string[] = [];

/** The plugin with a dimension that computes by `body`. */
function write(body: string): void {
  plugins.write({
    id: 'looping',
    manifest: { contributes: guests },
    dimensions: [
      {
        id: 'size',
        subjectType: 'guest',
        inputs: { fields: { nights: 'number' } },
        valueType: 'number',
        body,
      },
    ],
  });
}

const model = modelDocumentSchema.parse({
  schema: 2,
  name: { en: 'Guests' },
  subjectType: 'guest',
  nodes: [
    {
      kind: 'dimension',
      id: 'size',
      name: { en: 'Size' },
      valueType: 'number',
      source: { kind: 'code', dimension: 'looping.size', version: '1.0.0', parameters: {} },
      missing: { policy: 'noMatch' },
    },
    { kind: 'tier', id: 'basic', name: { en: 'Basic' }, rank: 1 },
  ],
  fallback: 'basic',
});

beforeAll(async () => {
  write('for (;;);');
  [browser, server] = await Promise.all([
    launchBrowser(),
    startTestServer({ env: { TERRACE_PLUGINS: plugins.path } }),
  ]);
  const database = await connect(server.databaseUrl);
  await database.query(`INSERT INTO data.subject_guest (key, f_nights) VALUES ('a', 3), ('b', 4)`);
  await database.end();
  const page = await openPage(browser, 'en-US', faults);
  await setUp(page, server);
  await page.getByTestId('nav-plugins').waitFor();
  await page.context().close();
  await server.client.call('createUser', { body: { name: 'reader', password, role: 'viewer' } });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  plugins.remove();
});

describe.each(['zh-CN', 'en'] as const)('code that was stopped, in %s', (language) => {
  const words = texts[language];

  async function openPluginAs(name: string): Promise<Page> {
    const page = await openPage(browser, words.locale, faults);
    await signIn(page, server, name);
    await page.goto(`${server.url}/plugins/looping`);
    await page.getByTestId('plugin-problem').waitFor();
    return page;
  }

  beforeAll(async () => {
    write('for (;;);');
    await server.client.call('enablePlugin', { params: { id: 'looping' } });
    await server.client.call('reloadPlugin', { params: { id: 'looping' } });
    expect(await compute(server.client, model, '2025-06-30')).toMatchObject({ state: 'failed' });
  });

  it('is explained to whoever may only read', async () => {
    const page = await openPluginAs('reader');
    const problem = await page.getByTestId('plugin-problem').innerText();
    for (const part of [words.title, words.reason, words.wayBack]) expect(problem).toContain(part);
    expect(await page.getByTestId('plugin-state').getAttribute('data-state')).toBe('quarantined');
    expect(await page.getByTestId('plugin-enable').count()).toBe(0);
    await page.context().close();
  });

  it('is started again by an administrator', async () => {
    const page = await openPluginAs('admin');
    expect(await page.getByTestId('plugin-problem').innerText()).toContain(words.reason);
    const release = page.getByTestId('plugin-enable');
    expect(await release.innerText()).toBe(words.release);
    write('return subjects.map(() => 7);');
    await release.click();
    await page.getByTestId('plugin-problem').waitFor({ state: 'detached' });
    expect(await page.getByTestId('plugin-state').getAttribute('data-state')).toBe('enabled');
    expect(await compute(server.client, model, '2025-06-30')).toMatchObject({ state: 'computed' });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
