import { Injectable } from '@nestjs/common';
import type { ReadOptions, Upload } from '@terrace/client';
import { cutOff, isCutOff } from '../common/cut-off.js';
import { notFound } from '../common/fault.js';
import { fileFaults } from './inspect/file-fault.js';
import { isGzip } from './inspect/file-kind.js';
import { checkHeaders, headRows } from './inspect/header-row.js';
import { inspectFile } from './inspect/inspect-file.js';
import { decode, type TextFormat } from './read/text-file.js';
import { UploadSource } from './upload-source.js';
import { UploadRepository, type StoredUpload } from './upload.repository.js';

/** A stored file, ready to be read with the caller's options. */
export interface OpenFile {
  readonly upload: StoredUpload;
  readonly source: UploadSource;
  readonly format: TextFormat & { readonly delimiter: Upload['delimiter'] };
  readonly headers: readonly string[];
}

/** Parts a file is stored in, in bytes: each is one row. */
const CHUNK_BYTES = 1024 * 1024;

/** Files that are sent, stored and looked into. */
@Injectable()
export class UploadService {
  constructor(private readonly repository: UploadRepository) {}

  /**
   * Stores the file and looks at it; when this returns, every server process can import it.
   * @throws Fault when it cannot be imported; then nothing is kept
   */
  async store(fileName: string, body: AsyncIterable<Buffer>): Promise<Upload> {
    await this.repository.removeOld();
    const id = await this.repository.create(fileName.replaceAll('\0', ''));
    try {
      const { byteCount, isGzipped } = await this.#receive(id, body);
      const facts = await inspectFile(this.#source(id, isGzipped), isGzipped);
      await this.repository.finish(id, byteCount, facts);
    } catch (error) {
      await this.repository.remove(id);
      throw error;
    }
    return uploadOf(await this.find(id));
  }

  /** @throws Fault `NOT_FOUND` */
  async find(id: string): Promise<StoredUpload> {
    const upload = await this.repository.find(id);
    if (upload === undefined) throw notFound({ en: 'uploaded file', 'zh-CN': '已上传的文件' }, id);
    return upload;
  }

  /** @throws Fault when the file cannot be read with these options */
  async open(upload: StoredUpload, options: ReadOptions): Promise<OpenFile> {
    const { facts } = upload;
    const encoding = options.encoding ?? facts.encoding;
    const delimiter = options.delimiter ?? facts.delimiter;
    const isSound = encoding === 'utf-8' && facts.isUtf8;
    const format = { encoding, delimiter, newline: facts.newline, isSound };
    const source = this.#source(upload.id, facts.isGzipped);
    if (encoding === facts.encoding && delimiter === facts.delimiter)
      return { upload, source, format, headers: facts.headers };
    for await (const text of decode(source, encoding)) {
      const { headers } = headRows(text, format, 0, true);
      checkHeaders(headers);
      return { upload, source, format, headers };
    }
    throw fileFaults.empty();
  }

  #source(id: string, isGzipped: boolean): UploadSource {
    return new UploadSource((ordinal) => this.repository.chunk(id, ordinal), isGzipped);
  }

  async #receive(
    id: string,
    body: AsyncIterable<Buffer>,
  ): Promise<{ byteCount: number; isGzipped: boolean }> {
    let byteCount = 0;
    let isGzipped: boolean | undefined;
    let pieces: Buffer[] = [];
    let pending = 0;
    let ordinal = 0;
    const store = async (): Promise<void> => {
      const bytes = Buffer.concat(pieces);
      isGzipped ??= isGzip(bytes);
      await this.repository.addChunk(id, ordinal, bytes);
      ordinal += 1;
      pieces = [];
      pending = 0;
    };
    try {
      for await (const piece of body) {
        pieces.push(piece);
        pending += piece.length;
        byteCount += piece.length;
        if (pending >= CHUNK_BYTES) await store();
      }
    } catch (error) {
      throw isCutOff(error) ? cutOff() : error;
    }
    if (pending > 0) await store();
    return { byteCount, isGzipped: isGzipped ?? false };
  }
}

/** The contract's view of a stored file. */
function uploadOf({ id, fileName, byteCount, facts }: StoredUpload): Upload {
  const { isGzipped, encoding, delimiter, headers, rows } = facts;
  return { id, fileName, byteCount, isGzipped, encoding, delimiter, headers, rows };
}
