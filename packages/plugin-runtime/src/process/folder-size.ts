import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether the files below `folder` are larger than `limitBytes` together; stops counting there. */
export async function isLargerThan(folder: string, limitBytes: number): Promise<boolean> {
  let total = 0;
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      if (total > limitBytes) return;
      const file = join(path, entry.name);
      if (entry.isDirectory()) await visit(file);
      else
        total += await lstat(file).then(
          ({ size }) => size,
          () => 0,
        );
    }
  };
  await visit(folder);
  return total > limitBytes;
}
