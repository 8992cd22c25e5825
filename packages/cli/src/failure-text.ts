import { ApiError } from '@terrace/client';
import { localize, type Language } from '@terrace/model';
import { CommandFailure, joinSentences, oneLine, UsageError } from './usage-error.js';

/** How a command that failed ends. */
export interface Failure {
  readonly exitCode: number;
  readonly text: string;
}

function ofApi({ problem }: ApiError, language: Language): Failure {
  const issue = problem.issues?.find(({ severity }) => severity === 'error');
  const text = issue === undefined ? (problem.detail ?? problem.title) : localize(issue.message, language);
  // What the server refuses is the caller's to mend; what it fails at is not.
  const isRefused = problem.status >= 400 && problem.status < 500;
  return { exitCode: isRefused ? 2 : 1, text: joinSentences(text) };
}

/** One sentence and the exit code for `error`: 2 for what the caller can mend, 1 for the rest. */
export function failureOf(error: unknown, language: Language): Failure {
  if (error instanceof UsageError) return { exitCode: 2, text: oneLine(error.sentence, language) };
  if (error instanceof CommandFailure) return { exitCode: 1, text: oneLine(error.sentence, language) };
  if (error instanceof ApiError) return ofApi(error, language);
  const text = error instanceof Error ? error.message : String(error);
  return { exitCode: 1, text: joinSentences(text) };
}
