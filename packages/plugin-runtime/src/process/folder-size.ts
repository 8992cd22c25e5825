import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a disk takes for a file or folder at least, whatever is in it, in bytes: a block of the usual file systems. */
const LEAST_BYTES = 4096;

/** Whether the files and folders below `folder` are larger than `limitBytes` together; stops counting there. */
export async function isLargerThan(folder: string, limitBytes: number): Promise<boolean> {
  let total = 0;
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      if (total > limitBytes) return;
      const file = join(path, entry.name);
      total += await lstat(file).then(
        ({ size }) => Math.max(size, LEAST_BYTES),
        () => 0,
      );
      if (entry.isDirectory()) await visit(file);
    }
  };
  await visit(folder);
  return total > limitBytes;
}
