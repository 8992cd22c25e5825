import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { Fault } from '../common/fault.js';
import { UploadSource } from './upload-source.js';

function source(bytes: Buffer, limits?: ConstructorParameters<typeof UploadSource>[2]): UploadSource {
  const size = Math.ceil(bytes.length / 3);
  return new UploadSource(
    (ordinal) =>
      Promise.resolve(ordinal < 3 ? bytes.subarray(ordinal * size, (ordinal + 1) * size) : undefined),
    bytes[0] === 0x1f,
    limits,
  );
}

async function textOf(given: UploadSource): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of given.open()) pieces.push(bytes);
  return Buffer.concat(pieces).toString();
}

describe('UploadSource', () => {
  it.each([
    ['as stored', Buffer.from('a,b\n1,2\n')],
    ['unpacked', gzipSync('a,b\n1,2\n')],
  ])('gives the file %s, as often as it is opened, and counts the stored bytes', async (_how, bytes) => {
    const given = source(bytes);
    expect(await textOf(given)).toBe('a,b\n1,2\n');
    expect(await textOf(given)).toBe('a,b\n1,2\n');
    expect(given.bytesRead).toBe(bytes.length);
  });

  it('stops unpacking what grows beyond any table', async () => {
    const limits = { freeBytes: 1_000_000, ratio: 200 };
    const bomb = gzipSync(Buffer.alloc(3_000_000, 'a,b\n'));
    const error: unknown = await textOf(source(bomb, limits)).catch((thrown: unknown) => thrown);
    expect(error instanceof Fault ? error.issues[0]?.code : error).toBe('GZIP_TOO_LARGE');
    expect(await textOf(source(bomb, { ...limits, freeBytes: 3_000_000 }))).toHaveLength(3_000_000);
  });

  it('can be left before its end', async () => {
    const given = source(gzipSync(Buffer.alloc(2_000_000, 'a,b\n')));
    for await (const bytes of given.open()) {
      expect(bytes.length).toBeGreaterThan(0);
      break;
    }
    expect(await textOf(given)).toHaveLength(2_000_000);
  });
});
