import { lowerDocument, previousColumn, type ModelDocument, type PreviousInput } from '@terrace/model';
import { quoteIdentifier } from '../database/identifier.js';
import { SqlParameters } from '../database/sql-parameters.js';
import type { ParameterizedSql } from '../database/inline-parameters.js';

/** What a run reads of current tiers: of which model, and the day it counts up to. */
export interface PreviousSource {
  /** Null for a document that belongs to no model: nobody has a tier in it. */
  readonly modelId: string | null;
  /** The as-of day, `yyyy-mm-dd`. */
  readonly day: string;
}

/** Whether a document's tiers depend on those that subjects have already. */
export function readsCurrentTiers(document: ModelDocument): boolean {
  return lowerDocument(document).previous.length > 0;
}

/** Whole days up to the as-of day; none for a day after it. */
const daysUpTo = (day: string, since: string): string => `greatest(${day} - ${since}, 0)::numeric`;

/** The value of each `previous.*` over an assignment `a` and the run `b` that brought its subject into the tier. */
const values: Readonly<Record<PreviousInput, (day: string) => string>> = {
  'previous.tier': () => 'a.tier',
  'previous.days': (day) => daysUpTo(day, 'b.as_of_day'),
  'previous.failingDays': (day) =>
    `CASE WHEN a.failing_since IS NOT NULL THEN ${daysUpTo(day, 'a.failing_since')} END`,
  'previous.validDays': (day) => daysUpTo(day, 'coalesce(a.valid_since, b.as_of_day)'),
};

const missing = (name: PreviousInput): string => (name === 'previous.tier' ? 'NULL::text' : 'NULL::numeric');

/**
 * The source of a document's tiers: the table of its dimensions, beside it what the document reads of current tiers. Days are counted
 * between as-of days, so that runs of past days follow each other as they would have at the time.
 * @param table - the quoted table of the dimensions; it alone is the source of a document that reads nothing of current tiers
 */
export function tierSource(document: ModelDocument, table: string, source: PreviousSource): ParameterizedSql {
  const { previous } = lowerDocument(document);
  if (previous.length === 0) return { text: table, parameters: [] };
  const columnOf = (name: PreviousInput): string => quoteIdentifier(previousColumn(name));
  const { modelId } = source;
  if (modelId === null) {
    const none = previous.map((name) => `${missing(name)} AS ${columnOf(name)}`);
    return { text: `(SELECT d.*, ${none.join(', ')} FROM ${table} d)`, parameters: [] };
  }
  const parameters = new SqlParameters();
  const model = `${parameters.add(modelId)}::uuid`;
  const day = `${parameters.add(source.day)}::date`;
  const read = previous.map((name) => `${values[name](day)} AS ${columnOf(name)}`);
  return {
    text: `(SELECT d.*, ${previous.map((name) => `p.${columnOf(name)}`).join(', ')}
FROM ${table} d
LEFT JOIN (SELECT a.subject_key, ${read.join(', ')}
  FROM terrace.assignment a JOIN terrace.run b ON b.id = a.run_id WHERE a.model_id = ${model}) p
  ON p.subject_key = d."key")`,
    parameters: parameters.values,
  };
}
