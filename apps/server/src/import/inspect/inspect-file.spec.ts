import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { Fault } from '../../common/fault.js';
import { UploadSource } from '../upload-source.js';
import { isGzip } from './file-kind.js';
import { inspectFile, type FileFacts } from './inspect-file.js';

// "客户编号,姓名\nC1,张三\nC2,欧阳锋\nC3,𠮷野\n" in GB18030; the last name has a four-byte character.
const gb18030 = Buffer.from(
  'bfcdbba7b1e0bac52cd0d5c3fb0a43312cd5c5c8fd0a43322cc5b7d1f4b7e60a43332c9534b235d2b00a',
  'hex',
);

async function inspect(bytes: Buffer | string, pieceLength = 7): Promise<FileFacts> {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const pieces: Buffer[] = [];
  for (let at = 0; at < all.length; at += pieceLength) pieces.push(all.subarray(at, at + pieceLength));
  const isGzipped = isGzip(all);
  return inspectFile(new UploadSource((ordinal) => Promise.resolve(pieces[ordinal]), isGzipped), isGzipped);
}

async function codeOf(bytes: Buffer | string): Promise<string | undefined> {
  try {
    await inspect(bytes, 100);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.issues[0]?.code;
    throw error;
  }
}

describe('inspectFile', () => {
  it('reads UTF-8 with a byte order mark, however it is cut', async () => {
    expect(await inspect('\ufeff客户,金额\n张三,1\n')).toMatchObject({
      encoding: 'utf-8',
      isUtf8: true,
      delimiter: ',',
      headers: ['客户', '金额'],
      rows: [['张三', '1']],
    });
  });

  it('recognises GB18030 with characters of four bytes', async () => {
    expect(await inspect(gb18030)).toMatchObject({
      encoding: 'gb18030',
      headers: ['客户编号', '姓名'],
      rows: [
        ['C1', '张三'],
        ['C2', '欧阳锋'],
        ['C3', '\u{20bb7}野'],
      ],
    });
  });

  it('does not take UTF-8 with a damaged byte for GB18030', async () => {
    const text = Buffer.from('编号,姓名\n1,张三李四王五赵六\n2,欧阳锋诸葛亮\n');
    text[20] = 0xff;
    expect(await inspect(text)).toMatchObject({
      encoding: 'utf-8',
      isUtf8: false,
      headers: ['编号', '姓名'],
    });
  });

  it.each([
    ['a;b\n"1,5";2\n3,25;4\n', ';', ['a', 'b']],
    ['a\tb\n1,2\t3\n', '\t', ['a', 'b']],
    ['a,b\n"x;y;z",2\n', ',', ['a', 'b']],
    ['only\n1\n', ',', ['only']],
  ])('finds the delimiter of %j', async (text, delimiter, headers) => {
    expect(await inspect(text)).toMatchObject({ delimiter, headers });
  });

  it('unpacks gzip, also of several members', async () => {
    const bytes = Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')]);
    expect(await inspect(bytes)).toMatchObject({
      isGzipped: true,
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
    });
  });

  it.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['a byte order mark alone', '\ufeff', 'FILE_EMPTY'],
    ['blank lines', '\n\r\n\n', 'FILE_EMPTY'],
    ['an empty gzip', gzipSync(''), 'FILE_EMPTY'],
    ['a header alone', 'a,b\n', 'FILE_WITHOUT_ROWS'],
    ['two columns of one name', 'a,b,a\n1,2,3\n', 'DUPLICATE_HEADERS'],
    ['a header that is not closed', '"a,b\n1,2\n', 'HEADER_UNREADABLE'],
    ['a zip or XLSX', Buffer.from('504b030414000600', 'hex'), 'FILE_IS_WORKBOOK'],
    ['an XLSX in gzip', gzipSync(Buffer.from('504b030414000600', 'hex')), 'FILE_IS_WORKBOOK'],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_IS_WORKBOOK'],
    ['UTF-16 with a mark', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), 'FILE_IS_UTF16'],
    ['UTF-16 without a mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'FILE_IS_UTF16'],
    [
      'an image',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000', 'hex'),
      'FILE_IS_BINARY',
    ],
    ['Western text', Buffer.from('name,city\nMüller,Köln\nGröße,Zürich\n', 'latin1'), 'ENCODING_UNKNOWN'],
    ['a cut off gzip', gzipSync('a,b\n1,2\n'.repeat(50)).subarray(0, 30), 'GZIP_DAMAGED'],
  ])('refuses %s', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('allows columns without a name', async () => {
    expect(await inspect('a,b,,\n1,2,,\n')).toMatchObject({ headers: ['a', 'b', '', ''] });
  });
});
