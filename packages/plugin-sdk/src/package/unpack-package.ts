import type { Issue } from '@terrace/model';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Unpack, type ReadEntry } from 'tar';
import { EntryPaths } from './entry-paths.js';
import { packageIssues } from './package-issue.js';
import { packageLimits, type PackageLimits } from './package-limits.js';

/** What unpacking gives: facts of the packed file, or why it is not unpacked. @since 0.1.0 */
export type UnpackResult =
  | { readonly ok: true; readonly sha256: string; readonly packedBytes: number }
  | { readonly ok: false; readonly issues: Issue[] };

/** Carries why unpacking stops through the streams. */
class Refusal extends Error {
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.code);
    this.issue = issue;
  }
}

const fileTypes = ['File', 'OldFile', 'ContiguousFile'];

/**
 * Unpacks a packed plugin (a `.tgz` with everything below `package/`) into `folder`, which must not exist. Reads `source`, its bytes in pieces, as a stream
 * and stops at the first thing that is not as it should be; then nothing is left of `folder`. Plain files only; nothing is run.
 * @returns SHA-256 and size of the packed file, or an issue `PACKAGE_TOO_LARGE`, `PACKAGE_UNPACKS_TOO_LARGE`, `PACKAGE_BOMB`,
 * `PACKAGE_TOO_MANY_FILES`, `PACKAGE_NOT_GZIP`, `PACKAGE_BROKEN`, `PACKAGE_LAYOUT`, `PACKAGE_PATH`, `PACKAGE_LINK`,
 * `PACKAGE_DUPLICATE`, `PACKAGE_WITHOUT_MANIFEST`
 * @throws Error when `folder` cannot be written
 * @since 0.1.0
 */
export async function unpackPackage(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  folder: string,
  limits: PackageLimits = packageLimits,
): Promise<UnpackResult> {
  await mkdir(folder);
  try {
    const facts = await unpack(source, folder, limits);
    const hasManifest = await stat(join(folder, 'plugin.json')).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!hasManifest) throw new Refusal(packageIssues.noManifest());
    return { ok: true, ...facts };
  } catch (error) {
    // A file that was begun may still be written.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    if (error instanceof Refusal) return { ok: false, issues: [error.issue] };
    throw error;
  }
}

async function unpack(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  folder: string,
  limits: PackageLimits,
): Promise<{ sha256: string; packedBytes: number }> {
  const hash = createHash('sha256');
  let packedBytes = 0;
  async function* packed(): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      if (packedBytes === 0 && bytes.length > 0 && bytes[0] !== 0x1f)
        throw new Refusal(packageIssues.notGzip());
      packedBytes += bytes.length;
      if (packedBytes > limits.packedBytes) throw new Refusal(packageIssues.tooLarge(limits.packedBytes));
      hash.update(bytes);
      yield bytes;
    }
    if (packedBytes === 0) throw new Refusal(packageIssues.notGzip());
  }
  const gunzip = createGunzip();
  // Its error, if any, comes out of the loop below.
  pipeline(Readable.from(packed()), gunzip).catch(() => undefined);
  const archive = new Archive(folder, limits);
  let unpackedBytes = 0;
  try {
    for await (const bytes of gunzip as AsyncIterable<Buffer>) {
      unpackedBytes += bytes.length;
      if (unpackedBytes > limits.freeBytes && unpackedBytes > packedBytes * limits.ratio)
        throw new Refusal(packageIssues.bomb(limits.ratio));
      if (unpackedBytes > limits.unpackedBytes)
        throw new Refusal(packageIssues.unpacksTooLarge(limits.unpackedBytes));
      await archive.write(bytes);
    }
    await archive.end();
  } catch (error) {
    archive.abort();
    const code = (error as NodeJS.ErrnoException).code;
    if (code?.startsWith('Z_')) throw new Refusal(packageIssues.broken());
    throw error;
  }
  return { sha256: hash.digest('hex'), packedBytes };
}

/** Writes the entries of an archive below a folder as its bytes come in. */
class Archive {
  readonly #unpack: Unpack;
  readonly #paths = new EntryPaths();
  #entries = 0;
  #isBegun = false;
  #fault: unknown;

  constructor(folder: string, limits: PackageLimits) {
    const refuse = (issue: Issue): boolean => {
      this.#fault ??= new Refusal(issue);
      return false;
    };
    this.#unpack = new Unpack({
      cwd: folder,
      strip: 1,
      strict: true,
      preserveOwner: false,
      filter: (_path, stats) => {
        // Of the two the type allows, reading gives this one.
        const entry = stats as ReadEntry;
        const { path, type } = entry;
        if (this.#fault !== undefined) return false;
        this.#entries += 1;
        if (this.#entries > limits.entries) return refuse(packageIssues.tooManyEntries(limits.entries));
        const isFolder = type === 'Directory';
        if (!isFolder && !fileTypes.includes(type)) return refuse(packageIssues.link(path));
        // What is run is run by the host, so that no file needs to be executable.
        entry.mode = isFolder ? 0o755 : 0o644;
        const issue = this.#paths.add(path, isFolder);
        return issue === undefined || refuse(issue);
      },
    });
    // What the library passes over is nothing a package holds.
    this.#unpack.on('ignoredEntry', ({ path, meta }: ReadEntry) =>
      refuse(meta ? packageIssues.broken() : packageIssues.link(path)),
    );
    this.#unpack.on('error', (error: NodeJS.ErrnoException) => {
      // The library's own codes speak of the archive, others of the disk.
      const isDamaged = error.code?.startsWith('TAR_') === true;
      this.#fault ??= isDamaged ? new Refusal(packageIssues.broken()) : error;
    });
  }

  async write(bytes: Buffer): Promise<void> {
    // The library would unpack once more what is packed twice.
    if (!this.#isBegun && bytes[0] === 0x1f) throw new Refusal(packageIssues.broken());
    this.#isBegun = true;
    const isReady = this.#unpack.write(bytes);
    this.#check();
    if (!isReady) await once(this.#unpack, 'drain').catch(() => undefined);
    this.#check();
  }

  async end(): Promise<void> {
    const closed = once(this.#unpack, 'close');
    // What goes wrong is kept as the fault.
    closed.catch(() => undefined);
    this.#unpack.end();
    this.#check();
    await closed.catch(() => undefined);
    this.#check();
  }

  abort(): void {
    this.#fault ??= new Error('aborted');
    this.#unpack.abort(new Error('aborted'));
  }

  #check(): void {
    if (this.#fault !== undefined) throw this.#fault as Error;
  }
}
