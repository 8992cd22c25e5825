import { setImmediate } from 'node:timers/promises';
import type { Upload } from '@terrace/client';
import type { CsvFormat } from './csv-reader.js';

/** A file of bytes that can be read from its start as often as needed, already unpacked. */
export interface ByteSource {
  open(): AsyncIterable<Uint8Array>;
}

/** How the bytes of a file are to be read as rows. */
export interface TextFormat extends CsvFormat {
  readonly encoding: Upload['encoding'];
  /** Whether every byte is known to be sound in that encoding, so that U+FFFD, if present, is the file's own. */
  readonly isSound: boolean;
}

/** Bytes that are decoded, and so parsed, at a time; between two pieces the process answers requests. */
const PIECE_BYTES = 128 * 1024;

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  for await (const bytes of source.open()) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      yield bytes.subarray(at, at + PIECE_BYTES);
      await setImmediate();
    }
  }
}

/** Reads the bytes as text, piece by piece; what cannot be decoded becomes U+FFFD. */
export async function* decode(source: ByteSource, encoding: Upload['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let isFirst = true;
  for await (const bytes of piecesOf(source)) {
    const text = decoder.decode(bytes, { stream: true });
    if (text === '') continue;
    // The decoder leaves the mark out of UTF-8, not out of GB18030.
    yield isFirst ? text.replace(/^\ufeff/, '') : text;
    isFirst = false;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
