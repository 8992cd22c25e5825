import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { fileFault } from '../file-fault.js';
import { UsageError } from '../usage-error.js';

function unreadable(path: string, en: string, zh: string, cause?: unknown): UsageError {
  return new UsageError(`${path} cannot be read: ${en}.`, `无法读取 ${path}：${zh}。`, { cause });
}

/** Whether the gzipped file unpacks to anything. */
async function hasPackedContent(path: string): Promise<boolean> {
  const source = createReadStream(path);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of unpacked) if ((chunk as Buffer).length > 0) return true;
    return false;
  } finally {
    source.destroy();
  }
}

/** Checks that `path` is a readable file that is not empty, plain or gzipped. @throws UsageError */
export async function checkInputFile(path: string): Promise<void> {
  let isEmpty: boolean;
  try {
    const handle = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      const isGzipped = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
      isEmpty = isGzipped ? !(await hasPackedContent(path)) : bytesRead === 0;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const fault = fileFault(error);
    throw unreadable(path, fault.en, fault['zh-CN'], error);
  }
  if (isEmpty) throw new UsageError(`${path} is empty.`, `${path} 是空文件。`);
}
