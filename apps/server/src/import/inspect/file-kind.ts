import type { Fault } from '../../common/fault.js';
import { fileFaults } from './file-fault.js';

const gzipMagic = [0x1f, 0x8b];
/** First bytes of zip (and so XLSX, ODS), of the older Office formats, of 7z, rar and PDF. */
const containers = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Whether a file that begins with `bytes` is gzipped. */
export function isGzip(bytes: Uint8Array): boolean {
  return startsWith(bytes, gzipMagic);
}

/** Why a file that begins with `bytes`, unpacked, is no text; undefined when it may be one. */
export function kindFault(bytes: Uint8Array): Fault | undefined {
  if (bytes.length === 0) return fileFaults.empty();
  if (containers.some((magic) => startsWith(bytes, magic))) return fileFaults.workbook();
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return fileFaults.utf16();
  const sample = bytes.subarray(0, 65_536);
  let nulEven = 0;
  let nulOdd = 0;
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) {
      if (index % 2 === 0) nulEven += 1;
      else nulOdd += 1;
    }
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  }
  // ASCII in UTF-16 has a NUL in every second byte; a damaged text has one here and there.
  const pairs = sample.length / 2;
  if (
    sample.length >= 4 &&
    Math.max(nulEven, nulOdd) > pairs * 0.4 &&
    Math.min(nulEven, nulOdd) < pairs * 0.1
  )
    return fileFaults.utf16();
  if (controls > 3 && controls > sample.length * 0.05) return fileFaults.binary();
  return undefined;
}
