import { readFile, stat } from 'node:fs/promises';
import { fileFault } from '../file-fault.js';
import { UsageError, type Sentence } from '../usage-error.js';

/** Largest file that is read as one text, in megabytes; a points table of 200 variables is far below 1 MB. */
const maxTextSize = 8;
const megabyte = 1024 * 1024;

function unreadable(path: string, reason: Sentence, cause?: unknown): UsageError {
  return new UsageError(`${path} cannot be read: ${reason.en}.`, `无法读取 ${path}：${reason['zh-CN']}。`, {
    cause,
  });
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** UTF-16 where its mark stands in front, as "Unicode text" of spreadsheets has it; else UTF-8 where it is sound, else GB18030. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not sound UTF-8 throughout.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The text of the file at `path`. @throws UsageError where it cannot be read, is too large or is a spreadsheet */
export async function readText(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > maxTextSize * megabyte)
      throw unreadable(path, {
        en: `it has ${Math.ceil(size / megabyte)} MB, and at most ${maxTextSize} MB are read`,
        'zh-CN': `文件大小为 ${Math.ceil(size / megabyte)} MB，超过上限 ${maxTextSize} MB`,
      });
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw unreadable(path, fileFault(cause), cause);
  }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw unreadable(path, {
      en: 'it is a spreadsheet; save it as CSV first',
      'zh-CN': '这是电子表格，请先另存为 CSV',
    });
  return decode(bytes);
}
