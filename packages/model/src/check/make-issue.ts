import type { Issue } from '../document/issue.js';

type Path = readonly (string | number)[];

/** What an issue may carry besides its message. */
export interface IssueOptions {
  readonly nodeId?: string;
  readonly severity?: 'error' | 'warning';
  readonly details?: Record<string, unknown>;
}

/** Makes an {@link Issue}; an error unless said otherwise. */
export function makeIssue(
  code: string,
  path: Path,
  en: string,
  chinese: string,
  options: IssueOptions = {},
): Issue {
  return {
    code,
    severity: options.severity ?? 'error',
    path: [...path],
    message: { en, 'zh-CN': chinese },
    ...(options.nodeId === undefined ? {} : { nodeId: options.nodeId }),
    ...(options.details === undefined ? {} : { details: options.details }),
  };
}
