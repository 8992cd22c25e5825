import type { InputDeclaration, Value } from '../../value-type.js';
import { readInput, readList } from './runtime.js';

/** Reads what a caller gave for an input; null is missing. */
export type InputReader = (raw: unknown) => Value;

/** How values of a declared input are read; its default stands in for what is missing. */
export function inputReader(declaration: InputDeclaration): InputReader {
  const { type, element = 'text' } = declaration;
  const read: InputReader = type === 'list' ? (raw) => readList(raw, element) : (raw) => readInput(raw, type);
  if (declaration.default === undefined) return read;
  const fallback = read(declaration.default);
  return (raw) => read(raw) ?? fallback;
}

/** The reader with the common cases first. */
function quickReader(declaration: InputDeclaration): InputReader {
  const slow = inputReader(declaration);
  const read: InputReader =
    declaration.default === undefined
      ? (raw) => (raw === undefined || raw === null ? null : slow(raw))
      : slow;
  switch (declaration.type) {
    case 'number':
    case 'duration':
      // A finite number minus itself is 0; NaN and the infinities give NaN.
      return (raw) => (typeof raw === 'number' && raw - raw === 0 ? raw : read(raw));
    case 'text':
    case 'enumeration':
      return (raw) => (typeof raw === 'string' && raw !== '' ? raw : read(raw));
    case 'boolean':
      return (raw) => (typeof raw === 'boolean' ? raw : read(raw));
    default:
      return read;
  }
}

/**
 * Finds what a caller gave under a name: its own property, or, for a dotted name such as `previous.tier`, the one a path leads to,
 * as stock JSON Logic does.
 */
export function findValue(values: Readonly<Record<string, unknown>>, name: string): unknown {
  const own = values[name];
  if (own !== undefined || !name.includes('.')) return own;
  let found: unknown = values;
  for (const part of name.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return found;
}

/** Reads one input of a subject. */
export type Read = (values: Readonly<Record<string, unknown>>) => Value;

/** The reader of an input by its name. */
export function namedReader(name: string, declaration: InputDeclaration): Read {
  const read = quickReader(declaration);
  return name.includes('.') ? (values) => read(findValue(values, name)) : (values) => read(values[name]);
}
