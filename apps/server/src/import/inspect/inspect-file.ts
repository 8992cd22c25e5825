import type { Upload } from '@terrace/client';
import type { ByteSource, TextFormat } from '../read/text-file.js';
import { findDelimiter, findNewline } from './csv-format.js';
import { fileFaults } from './file-fault.js';
import { kindFault } from './file-kind.js';
import { EncodingEvidence } from './encoding-evidence.js';
import { checkHeaders, headRows } from './header-row.js';

/** What was found out about a stored file. */
export interface FileFacts {
  readonly isGzipped: boolean;
  readonly encoding: Upload['encoding'];
  /** Whether every byte is sound UTF-8. */
  readonly isUtf8: boolean;
  readonly delimiter: Upload['delimiter'];
  readonly newline: TextFormat['newline'];
  readonly headers: string[];
  readonly rows: string[][];
}

/** Bytes at the start that delimiter, headers and preview are taken from. */
const HEAD_BYTES = 1024 * 1024;
/** Rows shown before an import. */
const PREVIEW_ROWS = 20;
/** Longest cell of the preview, in characters. */
const PREVIEW_CELL = 500;

/**
 * Looks at a whole file: its kind, encoding, delimiter, headers and first rows.
 * @throws Fault when it cannot be imported
 */
export async function inspectFile(source: ByteSource, isGzipped: boolean): Promise<FileFacts> {
  const { head, isUtf8, isWhole } = await readThrough(source);
  const encoding = isUtf8 ? 'utf-8' : await otherEncoding(source);
  const text = new TextDecoder(encoding).decode(head, { stream: true }).replace(/^\ufeff/, '');
  const newline = findNewline(text);
  const delimiter = findDelimiter(text, newline, isWhole);
  const { headers, rows } = headRows(text, { delimiter, newline }, PREVIEW_ROWS, isWhole);
  if (text.trim() === '') throw fileFaults.empty();
  checkHeaders(headers);
  if (rows.length === 0) throw fileFaults.withoutRows();
  return { isGzipped, encoding, isUtf8, delimiter, newline, headers, rows: rows.map(preview) };
}

/** The cells as they are shown: JSON in the database holds no NUL. */
function preview(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.slice(0, PREVIEW_CELL).replaceAll('\0', '\u2400'));
}

async function readThrough(
  source: ByteSource,
): Promise<{ head: Uint8Array; isUtf8: boolean; isWhole: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces: Uint8Array[] = [];
  let headLength = 0;
  let length = 0;
  let isUtf8 = true;
  const decode = (bytes?: Uint8Array): void => {
    if (!isUtf8) return;
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      // The decoder says in this way that the bytes are not UTF-8.
      isUtf8 = false;
    }
  };
  for await (const bytes of source.open()) {
    length += bytes.length;
    if (headLength < HEAD_BYTES) {
      pieces.push(bytes);
      headLength += bytes.length;
      if (pieces.length === 1) throwIf(kindFault(bytes));
    }
    decode(bytes);
  }
  decode();
  const head = Buffer.concat(pieces);
  throwIf(kindFault(head));
  return { head, isUtf8, isWhole: length === headLength };
}

function throwIf(fault: Error | undefined): void {
  if (fault !== undefined) throw fault;
}

async function otherEncoding(source: ByteSource): Promise<Upload['encoding']> {
  const evidence = new EncodingEvidence();
  for await (const bytes of source.open()) evidence.write(bytes);
  if (evidence.encoding === undefined) throw fileFaults.encoding();
  return evidence.encoding;
}
