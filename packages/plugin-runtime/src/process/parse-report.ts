import type { Report } from '../protocol.js';

type Fields = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

/** What each kind of report must hold; the rest is looked at where it is used. */
const shapes: Readonly<Record<Report['type'], (fields: Fields) => boolean>> = {
  ready: () => true,
  loaded: () => true,
  answer: ({ id, usesAsOf }) => isNumber(id) && typeof usesAsOf === 'boolean',
  done: ({ id }) => isNumber(id),
  tooLarge: ({ id }) => isNumber(id),
  threw: ({ id, message, isFinal }) =>
    (id === null || isNumber(id)) && isText(message) && typeof isFinal === 'boolean',
  denied: ({ attempt }) =>
    typeof attempt === 'object' &&
    attempt !== null &&
    isText((attempt as Fields)['kind']) &&
    isText((attempt as Fields)['target']),
  fetch: ({ call }) => isNumber(call),
  log: ({ text }) => isText(text),
};

/** Reads what the child says; null for anything else. The process it comes from runs code nobody vouches for. */
export function parseReport(body: Buffer): Report | null {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null) return null;
  const fields = json as Fields;
  const { type } = fields;
  if (!isText(type) || !Object.hasOwn(shapes, type)) return null;
  return shapes[type as Report['type']](fields) ? (fields as unknown as Report) : null;
}
