import type { MappingGuess } from '@terrace/client';
import { targetsOf, type RecordDefinition, type Target } from './read/target.js';

/** How well a header fits a target: by id, by one of its names, by an alias. */
const strengths = { id: 0, name: 1, alias: 2 } as const;

interface Match {
  readonly target: string;
  readonly column: string;
  readonly strength: number;
  /** Place of the alias in its list; an earlier one fits better. */
  readonly place: number;
}

/** Compares headers without case, width, spaces and punctuation. */
export function normalizeHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Guesses from header names which column fills what. A guess is made only where it is clear: of two columns that fit one
 * target the one that fits better is taken, and of two targets that fit one column the one whose id or name it is; what
 * is still open then is listed as ambiguous. The id of an event is never guessed: a column such as an order number may
 * stand in several rows, and then it is no id of theirs.
 */
export function guessMapping(definition: RecordDefinition, headers: readonly string[]): MappingGuess {
  const targets = targetsOf(definition).filter(({ id, kind }) => kind !== 'key' || id !== 'id');
  let matches = targets.flatMap((target) => matchesOf(target, definition, headers));
  const mapping: Record<string, string> = {};
  const ambiguous: MappingGuess['ambiguous'] = [];
  while (matches.length > 0) {
    const clear = matches.filter((match) => isClear(match, matches));
    if (clear.length === 0) break;
    for (const { target, column } of clear) mapping[target] = column;
    const columns = new Set(clear.map(({ column }) => column));
    matches = matches.filter(({ target, column }) => mapping[target] === undefined && !columns.has(column));
  }
  for (const { id } of targets) {
    const columns = matches.filter(({ target }) => target === id).map(({ column }) => column);
    if (columns.length > 0) ambiguous.push({ target: id, columns });
  }
  const open = new Set(ambiguous.map(({ target }) => target));
  const missing = targets
    .filter(({ id, isRequired }) => isRequired && mapping[id] === undefined && !open.has(id))
    .map(({ id }) => id);
  return { mapping, ambiguous, missing };
}

/** Whether no other match for the same target fits as well, and no other target claims the column as strongly. */
function isClear(match: Match, matches: readonly Match[]): boolean {
  return matches.every((other) => {
    if (other === match) return true;
    if (other.target === match.target) return isBetter(match, other);
    return other.column !== match.column || match.strength < other.strength;
  });
}

function isBetter(a: Match, b: Match): boolean {
  return a.strength !== b.strength ? a.strength < b.strength : a.place < b.place;
}

function matchesOf(target: Target, definition: RecordDefinition, headers: readonly string[]): Match[] {
  const names = namesOf(target, definition).map((list) => list.map(normalizeHeader));
  return headers.flatMap((column) => {
    const header = normalizeHeader(column);
    if (header === '') return [];
    const strength = names.findIndex((list) => list.includes(header));
    if (strength === -1) return [];
    // Names in two languages are equally good; only aliases are in an order.
    const place = strength === strengths.alias ? (names[strength]?.indexOf(header) ?? 0) : 0;
    return [{ target: target.id, column, strength, place }];
  });
}

/** What a target's column may be called, by strength. */
function namesOf(target: Target, { kind, type }: RecordDefinition): readonly (readonly string[])[] {
  if (target.kind === 'field') {
    const { id, name, aliases } = target.field;
    return [[id], Object.values(name).filter((text) => text !== undefined), aliases];
  }
  if (kind === 'subject') return [['key'], [], type.keyAliases];
  return target.kind === 'time'
    ? [['time'], [], type.timeAliases]
    : [['subject', type.subjectType], [], type.subjectAliases];
}
