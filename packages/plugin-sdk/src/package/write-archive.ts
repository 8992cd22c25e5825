import { create } from 'tar';

/** The time of every file, as npm writes it: 26 October 1985, so that the same files give the same bytes. */
const time = new Date('1985-10-26T08:15:00.000Z');

/** Packs `files` of `folder`, in their order, as npm does: below `package/`, with nothing of the machine. */
export async function writeArchive(folder: string, files: readonly string[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const stream = create(
    { cwd: folder, prefix: 'package', portable: true, gzip: { level: 9 }, mtime: time, follow: false },
    [...files],
  );
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
