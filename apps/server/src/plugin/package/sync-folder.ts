import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Waits until every file below `folder` is on the disk, so that a power cut after the folder got its name leaves none empty. */
export async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = await open(join(entry.parentPath, entry.name), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
