import { quoteIdentifier, runTable } from '../database/identifier.js';
import type { CodeTables } from './code-value.repository.js';

/** The names of the tables for the dimension number `index` of a run. */
export function codeTables(runId: string, index: number): CodeTables {
  // The check of the id.
  runTable(runId);
  const table = (what: string): string => `"data".${quoteIdentifier(`run_${runId}_${what}_${index}`)}`;
  return { input: table('input'), value: table('value') };
}

/** Matches the names of such tables, of a run or of any. */
export const codeTablePattern = (runId = '[0-9]+'): string => `^run_${runId}_(input|value)_[0-9]+$`;
