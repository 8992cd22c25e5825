import type { MappingGuess } from '@terrace/client';
import { normalizeHeader } from '@terrace/model';
import { targetsOf, type RecordDefinition, type Target } from './read/target.js';

/** A column that may fill a target. */
interface Match {
  readonly target: string;
  readonly column: string;
  /** Whether the header is the target's id or one of its names; otherwise it is an alias. */
  readonly isNamed: boolean;
}

/**
 * Guesses from header names which column fills what. A guess is made only where it is clear: a column that has a target's
 * id or name comes before columns that have an alias of it, and fills no other target by an alias. Where two columns fit
 * a target equally, or a column fits two targets equally, the targets are listed as ambiguous and left to the caller. The
 * id of an event is never guessed: a column such as an order number may stand in several rows, and then it is no id of theirs.
 */
export function guessMapping(definition: RecordDefinition, headers: readonly string[]): MappingGuess {
  const targets = targetsOf(definition).filter(({ id, kind }) => kind !== 'key' || id !== 'id');
  const all = targets.flatMap((target) => matchesOf(target, definition, headers));
  const named = new Set(all.filter(({ isNamed }) => isNamed).map(({ column }) => column));
  const matches = all.filter(({ isNamed, column }) => isNamed || !named.has(column));
  const guess: MappingGuess = { mapping: {}, ambiguous: [], missing: [] };
  for (const { id, isRequired } of targets) {
    const columns = bestColumns(matches.filter(({ target }) => target === id));
    const [column] = columns;
    if (column === undefined) {
      if (isRequired) guess.missing.push(id);
    } else if (
      columns.length > 1 ||
      matches.some((other) => other.column === column && other.target !== id)
    ) {
      guess.ambiguous.push({ target: id, columns });
    } else {
      guess.mapping[id] = column;
    }
  }
  return guess;
}

/** Columns that have the target's id or name; if there are none, those that have an alias. */
function bestColumns(matches: readonly Match[]): string[] {
  const named = matches.filter(({ isNamed }) => isNamed);
  return (named.length > 0 ? named : matches).map(({ column }) => column);
}

function matchesOf(target: Target, definition: RecordDefinition, headers: readonly string[]): Match[] {
  const { names, aliases } = namesOf(target, definition);
  const isAmong = (list: readonly string[], header: string): boolean =>
    list.some((name) => normalizeHeader(name) === header);
  return headers.flatMap((column) => {
    const header = normalizeHeader(column);
    if (header === '') return [];
    const isNamed = isAmong(names, header);
    return isNamed || isAmong(aliases, header) ? [{ target: target.id, column, isNamed }] : [];
  });
}

interface TargetNames {
  readonly names: readonly string[];
  readonly aliases: readonly string[];
}

/** What a target's column may be called. */
function namesOf(target: Target, { kind, type }: RecordDefinition): TargetNames {
  if (target.kind === 'field') {
    const { id, name, aliases } = target.field;
    return { names: [id, ...Object.values(name).filter((text) => text !== undefined)], aliases };
  }
  const names = [target.id];
  if (kind === 'subject') return { names, aliases: type.keyAliases };
  // A column called like the subject's type may hold its key or its name: no more than an alias.
  return target.kind === 'time'
    ? { names, aliases: type.timeAliases }
    : { names, aliases: [type.subjectType, ...type.subjectAliases] };
}
