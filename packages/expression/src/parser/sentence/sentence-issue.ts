import type { BilingualText, ExpressionIssue } from '../../issue.js';

/**
 * Something in a sentence that was not understood, between `start` and `end` (UTF-16 units). The message names it and what
 * could stand there; `path` is empty.
 * @since 0.1.0
 */
export interface SentenceIssue extends ExpressionIssue {
  readonly start: number;
  readonly end: number;
}

/** Something that was understood in one of several possible ways, for a person to look at. @since 0.1.0 */
export interface SentenceNote {
  readonly code: string;
  readonly message: BilingualText;
  readonly start: number;
  readonly end: number;
}

/** Makes a {@link SentenceIssue}. */
export function sentenceIssue(
  code: string,
  place: { readonly start: number; readonly end: number; readonly text?: string },
  message: BilingualText,
  details: Readonly<Record<string, unknown>> = {},
): SentenceIssue {
  const { start, end, text } = place;
  return {
    code,
    severity: 'error',
    path: [],
    message,
    details: { ...(text === undefined ? {} : { text }), ...details },
    start,
    end,
  };
}
