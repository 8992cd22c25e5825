import { identifierSchema } from '@terrace/model';

/**
 * Quotes a name for SQL. Only names made of catalog ids and fixed prefixes come here; anything else is a programming
 * error and refused.
 */
export function quoteIdentifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`Not a database name: ${JSON.stringify(name)}`);
  return `"${name}"`;
}

function checked(id: string): string {
  return identifierSchema.parse(id);
}

/** The table of a subject type's subjects. */
export const subjectTable = (type: string): string => `"data".${quoteIdentifier(`subject_${checked(type)}`)}`;

/** The table of an event type's events. */
export const eventTable = (type: string): string => `"data".${quoteIdentifier(`event_${checked(type)}`)}`;

/** The column of a field, in both kinds of tables. */
export const fieldColumn = (field: string): string => quoteIdentifier(`f_${checked(field)}`);

/** The table of a run's result. */
export function runTable(runId: string): string {
  if (!/^\d{1,18}$/.test(runId)) throw new Error(`Not a run id: ${JSON.stringify(runId)}`);
  return `"data".${quoteIdentifier(`run_${runId}`)}`;
}
