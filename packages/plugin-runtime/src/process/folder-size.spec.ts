import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLargerThan } from './folder-size.js';

const KB = 1024;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-size-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('adds up files, wherever they lie', async () => {
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  for (const name of ['one', 'a/two', 'a/b/three']) {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), 100 * KB);
  }
  expect(await isLargerThan(folder, 299 * KB)).toBe(true);
  expect(await isLargerThan(folder, 320 * KB)).toBe(false);
});

it('counts a block for each of many files and folders with nothing in them', async () => {
  for (let index = 0; index < 50; index += 1) writeFileSync(join(folder, `file-${index}`), '');
  expect(await isLargerThan(folder, 50 * 4 * KB)).toBe(false);
  expect(await isLargerThan(folder, 50 * 4 * KB - 1)).toBe(true);
  mkdirSync(join(folder, 'empty'));
  expect(await isLargerThan(folder, 50 * 4 * KB)).toBe(true);
});

it('finds nothing in a folder that is not there', async () => {
  expect(await isLargerThan(join(folder, 'none'), 0)).toBe(false);
});
