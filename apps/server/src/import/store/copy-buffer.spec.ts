import { describe, expect, it } from '@jest/globals';
import { CopyBuffer } from './copy-buffer.js';

describe('CopyBuffer', () => {
  it('writes rows in the text format of COPY', () => {
    const rows = new CopyBuffer();
    rows.add(2, ['a\tb\\N', null, '', 'x\r\ny']);
    rows.add(3, ['中😀', '\\', null, "'"]);
    expect(Buffer.concat(rows.take()).toString()).toBe(
      "2\ta\\tb\\\\N\t\\N\t\tx\\r\\ny\n3\t中😀\t\\\\\t\\N\t'\n",
    );
    expect(rows.take()).toEqual([]);
  });

  it('loses nothing when rows are larger than a buffer', () => {
    const rows = new CopyBuffer();
    const texts = ['中'.repeat(400_000), 'a'.repeat(100_000), 'b'.repeat(300_000)];
    texts.forEach((text, line) => rows.add(line, [text]));
    expect(Buffer.concat(rows.take()).toString()).toBe(
      texts.map((text, line) => `${line}\t${text}\n`).join(''),
    );
  });
});
