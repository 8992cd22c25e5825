import { writeSync } from 'node:fs';
import type { Report, Request } from '../protocol.js';

/** The pipe to the host; requests come by standard input. */
const REPORTS = 3;
const HEADER_BYTES = 4;

const { stringify, parse } = JSON;
const { from, concat, alloc } = Buffer;

/** Tells the host something, at once: what is told before a crash arrives. */
export function report(message: Report): void {
  send(encode(message));
}

/** A message as it travels, without its header. */
export function encode(message: Report): Buffer {
  return from(stringify(message), 'utf8');
}

/** Sends an encoded message. Blocks while the host does not read. */
export function send(body: Buffer): void {
  const header = alloc(HEADER_BYTES);
  header.writeUInt32LE(body.length);
  const frame = concat([header, body]);
  let sent = 0;
  while (sent < frame.length) sent += writeSome(frame, sent);
}

function writeSome(frame: Buffer, start: number): number {
  try {
    return writeSync(REPORTS, frame, start);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
    throw error;
  }
}

/** Reads requests until the host goes, then calls `onEnd`. */
export function listen(onRequest: (request: Request) => void, onEnd: () => void): void {
  let chunks: Buffer[] = [];
  let length = 0;
  const take = (count: number): Buffer => {
    const whole = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : concat(chunks);
    length -= count;
    chunks = length === 0 ? [] : [whole.subarray(count)];
    return whole.subarray(0, count);
  };
  let expected: number | null = null;
  process.stdin.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    for (;;) {
      if (expected === null) {
        if (length < HEADER_BYTES) return;
        expected = take(HEADER_BYTES).readUInt32LE();
      }
      if (length < expected) return;
      const body = take(expected);
      expected = null;
      onRequest(parse(body.toString('utf8')) as Request);
    }
  });
  process.stdin.on('end', onEnd);
  process.stdin.on('error', onEnd);
}
