import { Header, type HeaderData } from 'tar';
import { gzipSync } from 'node:zlib';

/** An entry as an honest or a hostile program writes it. @since 0.1.0 */
export interface ArchiveEntry extends HeaderData {
  readonly path: string;
  readonly content?: string | Buffer;
}

/** The bytes of an archive with these entries, whatever they are; nothing is checked. @since 0.1.0 */
export function makeArchive(entries: readonly ArchiveEntry[]): Buffer {
  return gzipSync(makeTar(entries));
}

/** As {@link makeArchive}, not packed. @since 0.1.0 */
export function makeTar(entries: readonly ArchiveEntry[]): Buffer {
  const blocks = entries.flatMap(({ content = '', ...header }) => {
    const body = Buffer.from(content);
    const head = Buffer.alloc(512);
    new Header({ type: 'File', mode: 0o644, size: body.length, ...header }).encode(head, 0);
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
