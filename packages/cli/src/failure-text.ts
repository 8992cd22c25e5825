import { ApiError } from '@terrace/client';
import { localize, ModelError, type Language } from '@terrace/model';
import { CommandFailure, joinSentences, oneLine, UsageError } from './usage-error.js';

/** How a command that failed ends. */
export interface Failure {
  readonly exitCode: number;
  readonly text: string;
}

/** What the server refuses is the caller's to mend; what it fails at is not. */
function isRefused({ problem }: ApiError): boolean {
  return problem.status >= 400 && problem.status < 500;
}

function sentenceOf({ problem }: ApiError, language: Language): string {
  const issue = problem.issues?.find(({ severity }) => severity === 'error');
  const text = issue === undefined ? (problem.detail ?? problem.title) : localize(issue.message, language);
  return joinSentences(text);
}

/** Puts the name of the file that `work` is about before what the server refuses. */
export async function aboutFile<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ApiError) || !isRefused(error)) throw error;
    const cause = { cause: error };
    throw new UsageError(
      `${path}: ${sentenceOf(error, 'en')}`,
      `${path}：${sentenceOf(error, 'zh-CN')}`,
      cause,
    );
  }
}

/** One sentence and the exit code for `error`: 2 for what the caller can mend, 1 for the rest. */
export function failureOf(error: unknown, language: Language): Failure {
  if (error instanceof UsageError) return { exitCode: 2, text: oneLine(error.sentence, language) };
  if (error instanceof CommandFailure) return { exitCode: 1, text: oneLine(error.sentence, language) };
  if (error instanceof ApiError)
    return { exitCode: isRefused(error) ? 2 : 1, text: sentenceOf(error, language) };
  if (error instanceof ModelError) {
    const issue = error.issues.find(({ severity }) => severity === 'error');
    if (issue !== undefined) return { exitCode: 2, text: joinSentences(localize(issue.message, language)) };
  }
  const text = error instanceof Error ? error.message : String(error);
  return { exitCode: 1, text: joinSentences(text) };
}
