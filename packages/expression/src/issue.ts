import type { JsonPath } from './ast/json-path.js';

/** A text in both languages. @since 0.1.0 */
export interface BilingualText {
  readonly en: string;
  readonly 'zh-CN': string;
}

/**
 * A fault in an expression. `path` leads into the JSON Logic; `message` says what is wrong and how to mend it.
 * @since 0.1.0
 */
export interface ExpressionIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: (string | number)[];
  readonly message: BilingualText;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Makes an {@link ExpressionIssue}. */
export function expressionIssue(
  code: string,
  path: JsonPath,
  message: BilingualText,
  details?: Readonly<Record<string, unknown>>,
  severity: 'error' | 'warning' = 'error',
): ExpressionIssue {
  const issue = { code, severity, path: [...path], message };
  return details === undefined ? issue : { ...issue, details };
}

/** Thrown where an expression must be sound and is not. `issues` are all its faults. @since 0.1.0 */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly code: string;
  readonly issues: readonly ExpressionIssue[];
  constructor(code: string, message: string, issues: readonly ExpressionIssue[] = []) {
    super(
      [
        message,
        ...issues.map((issue) => `${issue.path.join('.') || 'expression'}: ${issue.message.en}`),
      ].join('\n'),
    );
    this.code = code;
    this.issues = issues;
  }
}
