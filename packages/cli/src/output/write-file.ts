import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, constants, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../usage-error.js';

/** Says early that `file` could not be written later. @throws UsageError */
export async function checkWritable(file: string, option: string): Promise<void> {
  const folder = dirname(resolve(file));
  try {
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new UsageError(
      `The file of ${option} cannot be written, because the folder ${folder} does not exist or is not writable.`,
      `无法写入 ${option} 指定的文件：文件夹 ${folder} 不存在或不可写。`,
      { cause },
    );
  }
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isDirectory())
    throw new UsageError(
      `${option} needs the name of a file, and ${file} is a folder.`,
      `${option} 需要文件名，而 ${file} 是文件夹。`,
    );
}

/** Writes `content` to `file` through a file beside it, so that a reader never sees half of it. */
export async function writeFileAtomically(
  file: string,
  content: Readable | Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const target = resolve(file);
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    await pipeline(content, createWriteStream(temporary, { flags: 'wx' }));
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
