import { afterAll, expect, it } from '@jest/globals';
import type { Client } from '@terrace/client';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { DevReporter } from './dev-reporter.js';
import { PluginLoop } from './plugin-loop.js';

const folder = mkdtempSync(join(tmpdir(), 'plugin-loop-'));
writeFileSync(join(folder, 'plugin.json'), '{ "id": "inn" }');
afterAll(() => rmSync(folder, { recursive: true }));

const fault = new Error('nobody expected this');

it('can be stopped after a fault at the start, and takes changes until then', async () => {
  const faults: unknown[] = [];
  let told: () => void = () => undefined;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reporter = new DevReporter({ out: silent, err: silent }, 'en', folder, true);
  const client = { call: () => Promise.reject(fault) } as unknown as Client;
  const loop = new PluginLoop(client, folder, reporter, (error) => {
    faults.push(error);
    told();
  });
  await loop.start();
  expect(faults).toEqual([fault]);
  const again = new Promise<void>((resolve) => (told = resolve));
  loop.changed({ names: new Set(['plugin.json']), at: Date.now() });
  await again;
  await loop.stop();
  expect(faults).toEqual([fault, fault]);
});
