import { makeIssue } from '../check/make-issue.js';
import type { Issue } from '../document/issue.js';

interface LineIssueOptions {
  readonly severity?: 'error' | 'warning';
  readonly details?: Record<string, unknown>;
}

/** A fault of the table on `line` (`details.line`), which both messages name first. */
export function lineIssue(
  code: string,
  line: number,
  en: string,
  chinese: string,
  { severity = 'error', details = {} }: LineIssueOptions = {},
): Issue {
  return makeIssue(code, ['lines', line], `Line ${line}: ${en}`, `第 ${line} 行：${chinese}`, {
    severity,
    details: { line, ...details },
  });
}
