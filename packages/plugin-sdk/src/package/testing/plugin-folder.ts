import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A manifest that reads without faults. */
export const hotelManifest = {
  id: 'hotel',
  version: '1.2.0',
  host: '>=0.1.0',
  name: { en: 'Hotel', 'zh-CN': '酒店' },
  license: 'MIT',
  contributes: {},
};

/** Writes files by their path below `folder`; objects as JSON. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, object | string>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}
