import type { Issue, LocalizedText } from '@terrace/model';

/** What went wrong for the caller, by stable code; each code has one HTTP status in `problem.filter.ts`. */
export type FaultCode =
  | 'INVALID_REQUEST'
  | 'NOT_SIGNED_IN'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'REVISION_CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'NOT_READY';

/** An expected fault: the caller asked for something that cannot be done, and can mend it. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly issues: readonly Issue[];

  constructor(code: FaultCode, issues: readonly Issue[]) {
    super(issues[0]?.message.en ?? code);
    this.code = code;
    this.issues = issues;
  }
}

/** A fault with one issue; `path` leads into the request. */
export function fault(
  code: FaultCode,
  issueCode: string,
  message: Required<LocalizedText>,
  path: (string | number)[] = [],
  details?: Record<string, unknown>,
): Fault {
  return new Fault(code, [
    { code: issueCode, severity: 'error', path, message, ...(details ? { details } : {}) },
  ]);
}

/** The fault of naming something that is not there. */
export function notFound(what: Required<LocalizedText>, id: string): Fault {
  return fault('NOT_FOUND', 'NOT_FOUND', {
    en: `There is no ${what.en} "${id}".`,
    'zh-CN': `不存在${what['zh-CN']}“${id}”。`,
  });
}
