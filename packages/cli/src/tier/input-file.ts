import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { UsageError } from '../usage-error.js';

const reasons: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  ENOENT: ['it does not exist', '文件不存在'],
  EACCES: ['this user may not read it', '没有读取权限'],
  EISDIR: ['it is a folder', '这是一个文件夹'],
};

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
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const [en, zh] = reasons[code] ?? [
      code.startsWith('Z_') ? 'its gzip data is damaged' : code,
      code.startsWith('Z_') ? 'gzip 数据已损坏' : code,
    ];
    throw unreadable(path, en, zh, error);
  }
  if (isEmpty) throw new UsageError(`${path} is empty.`, `${path} 是空文件。`);
}
