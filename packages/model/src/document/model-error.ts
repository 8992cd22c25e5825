import type { Issue } from './issue.js';

/** A document was used that has errors, or that is too large; `issues` say which. @since 0.1.0 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: string;
  readonly issues: readonly Issue[];
  constructor(code: string, message: string, issues: readonly Issue[] = []) {
    super([message, ...issues.map((each) => `${each.path.join('.')}: ${each.message.en ?? ''}`)].join('\n'));
    this.code = code;
    this.issues = issues;
  }
}
