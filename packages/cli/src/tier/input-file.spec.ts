import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkInputFile } from './input-file.js';

describe('checkInputFile', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'input-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function check(content: string | Buffer): Promise<string> {
    const path = join(folder, 'orders.csv');
    await writeFile(path, content);
    return checkInputFile(path).then(
      () => 'good',
      (error: Error) => error.message.replace(path, 'FILE'),
    );
  }

  it('takes a plain and a gzipped file', async () => {
    expect(await check('a,b\n1,2\n')).toBe('good');
    expect(await check(gzipSync('a,b\n1,2\n'))).toBe('good');
  });

  it('tells of an empty file, also when it is packed', async () => {
    expect(await check('')).toBe('FILE is empty.');
    expect(await check(gzipSync(''))).toBe('FILE is empty.');
  });

  it('tells of damaged gzip data', async () => {
    expect(await check(Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBe(
      'FILE cannot be read: its gzip data is damaged.',
    );
    expect(await check(Buffer.from([0x1f, 0x8b]))).toBe('FILE cannot be read: its gzip data is damaged.');
  });

  it('tells of a file that is not there, and of a folder', async () => {
    await expect(checkInputFile(join(folder, 'none.csv'))).rejects.toThrow('it does not exist');
    await expect(checkInputFile(folder)).rejects.toThrow('it is a folder');
  });
});
