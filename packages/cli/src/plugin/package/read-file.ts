import { readFile, stat } from 'node:fs/promises';
import { packageLimits } from '@terrace/plugin-sdk';
import { fileFault } from '../../file-fault.js';
import { UsageError } from '../../usage-error.js';

/** Larger files are no keys. */
const maxKeyBytes = 100_000;

async function read(file: string, limit: number, en: string, zh: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size <= limit) return await readFile(file);
  } catch (cause) {
    const fault = fileFault(cause);
    throw new UsageError(
      `${en} ${file} cannot be read: ${fault.en}.`,
      `无法读取${zh} ${file}：${fault['zh-CN']}。`,
      { cause },
    );
  }
  throw new UsageError(
    `${file} is too large for ${en.toLowerCase().replace(/^the /, 'a ')}.`,
    `${file} 过大，不可能是${zh}。`,
  );
}

/** The bytes of a packed plugin. @throws UsageError */
export function readPackage(file: string): Promise<Buffer> {
  return read(file, packageLimits.packedBytes, 'The package', '插件包');
}

/** A key as PEM. @throws UsageError */
export async function readKey(file: string): Promise<string> {
  return (await read(file, maxKeyBytes, 'The key', '密钥')).toString('utf8');
}

/** @throws UsageError when no package was named */
export function requirePackage(given: string | undefined): string {
  if (given !== undefined) return given;
  throw new UsageError(
    'The packed plugin is missing; "terrace plugin pack" makes one.',
    '缺少插件包，可用“terrace plugin pack”生成。',
  );
}
