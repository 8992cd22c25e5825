import { afterAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '@terrace/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { temporaryFolder, terrace } from './cli.js';

interface DevEvent {
  readonly type: 'ready' | 'loaded' | 'refused' | 'checked';
  readonly url?: string;
  readonly signIn?: string;
  readonly ms?: number | null;
  readonly version?: string;
  readonly results?: readonly {
    readonly issues: readonly { readonly file: string; readonly line: number }[];
  }[];
  readonly issues?: readonly { readonly message: { readonly en: string } }[];
}

/** `terrace plugin dev`, told of by its lines. */
class Dev {
  readonly #child: ChildProcess;
  readonly #events: DevEvent[] = [];
  #wake: () => void = () => undefined;
  #next = 0;
  errors = '';

  constructor(folder: string) {
    const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...env } = process.env;
    this.#child = spawn(
      process.execPath,
      [join(repositoryRoot, 'bin/terrace.mjs'), 'plugin', 'dev', folder, '--json'],
      {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    createInterface({ input: this.#child.stdout! }).on('line', (line) => {
      this.#events.push(JSON.parse(line) as DevEvent);
      this.#wake();
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.#child.once('exit', () => this.#wake());
  }

  /** The next event of a type; those of other types before it are passed over. */
  async next(type: DevEvent['type']): Promise<DevEvent> {
    for (;;) {
      while (this.#next < this.#events.length) {
        const event = this.#events[this.#next++];
        if (event?.type === type) return event;
      }
      if (this.#child.exitCode !== null) throw new Error(`terrace plugin dev ended: ${this.errors}`);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Resolves when it has ended by itself. */
  async end(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  async interrupt(): Promise<number | null> {
    if (this.#child.exitCode === null) {
      this.#child.kill('SIGINT');
      await once(this.#child, 'exit');
    }
    return this.#child.exitCode;
  }
}

const folder = temporaryFolder();
let dev: Dev | undefined;
afterAll(async () => {
  await dev?.interrupt();
  folder.remove();
});

function edit(name: string, from: string, to: string): void {
  const text = readFileSync(folder.file(name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(folder.file(name), text.replace(from, to));
}

/** What the server at `url` has of the templates of the plugin, for whoever sends `cookie`. */
async function templateNames(url: string, cookie: string): Promise<string[]> {
  const response = await fetch(`${url}/api/v1/templates`, { headers: { cookie } });
  const { items } = (await response.json()) as { items: { owner: string; name: { en: string } }[] };
  return items.filter(({ owner }) => owner === 'motel').map(({ name }) => name.en);
}

describe('terrace plugin dev', () => {
  it('loads a plugin with every save, tells faults with their place, and keeps the last good version', async () => {
    await terrace(['plugin', 'create', folder.file('motel'), '--code']);
    dev = new Dev(folder.file('motel'));
    const { url = '', signIn = '' } = await dev.next('ready');
    expect(await dev.next('loaded')).toMatchObject({ version: '0.1.0', ms: null });

    // The link signs in once.
    const first = await fetch(signIn, { redirect: 'manual' });
    const [cookie = ''] = first.headers.getSetCookie().map((text) => text.split(';')[0] ?? '');
    expect([first.status, first.headers.get('location')]).toEqual([302, `${url}/`]);
    expect((await fetch(signIn, { redirect: 'manual' })).headers.getSetCookie()).toEqual([]);
    expect(await templateNames(url, cookie)).toEqual(['Members by visits']);

    edit('motel/plugin.json', '"Members by visits"', '"Guests by visits"');
    const again = await dev.next('loaded');
    // Less than 2 s is asked for, on a machine that has nothing else to do.
    expect(again.ms).toBeLessThan(20_000);
    expect(await templateNames(url, cookie)).toEqual(['Guests by visits']);

    edit('motel/models/by-visits.json', '"fallback": "inactive"', '"fallback": "nobody"');
    const refused = await dev.next('refused');
    expect(refused.results?.flatMap(({ issues }) => issues.map(({ file }) => file))).toEqual([
      'models/by-visits.json',
    ]);
    expect(refused.results?.[0]?.issues[0]?.line).toBeGreaterThan(50);
    expect(await templateNames(url, cookie)).toEqual(['Guests by visits']);
    edit('motel/models/by-visits.json', '"fallback": "nobody"', '"fallback": "inactive"');
    await dev.next('loaded');

    edit('motel/src/index.ts', 'export default', 'export defalt');
    expect((await dev.next('refused')).issues?.[0]?.message.en).toMatch(/^src\/index\.ts:\d+: /);
    edit('motel/src/index.ts', 'export defalt', 'export default');
    await dev.next('loaded');

    expect(await dev.interrupt()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    // A new database, a server and a build on a machine that is busy with other tests.
  }, 180_000);

  it('leaves no server behind when nobody can be signed in to it', async () => {
    await terrace(['plugin', 'create', folder.file('hostel')]);
    // Who is signed in cannot be written down.
    mkdirSync(folder.file('hostel/.terrace-dev/developer.json'), { recursive: true });
    dev = new Dev(folder.file('hostel'));
    expect(await dev.end()).toBe(1);
    expect(dev.errors).toContain('EISDIR');
    const files = readdirSync(folder.file('hostel/.terrace-dev'), { recursive: true }).map(String);
    expect(files.filter((name) => name.endsWith('PG_VERSION')).length).toBeGreaterThan(0);
    // PostgreSQL removes it when it stops.
    expect(files.filter((name) => name.endsWith('postmaster.pid'))).toEqual([]);
  }, 180_000);
});
