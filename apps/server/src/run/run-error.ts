import type { Issue, LocalizedText } from '@terrace/model';
import { Fault } from '../common/fault.js';
import { CodeInterrupted } from '../plugin-code/code-fault.js';

/** Classes of PostgreSQL errors that pass: lost connections, lack of resources, locks, a stopped server. */
const transientClasses = ['08', '40', '53', '55', '57'];

/** Reasons a person can do something about, by PostgreSQL error code. */
const known: Record<string, Required<LocalizedText>> = {
  '22003': {
    en: 'A number became too large to compute with. Look for extreme values in the data.',
    'zh-CN': '计算过程中数值超出范围。请检查数据中是否有异常的极大值。',
  },
  '53100': {
    en: 'The database has no disk space left. Free some and start the run again.',
    'zh-CN': '数据库磁盘空间不足。请清理后重新试算。',
  },
  '42703': {
    en: 'A field that the model uses no longer exists. Check the model and start the run again.',
    'zh-CN': '模型用到的某个字段已不存在。请检查模型后重新试算。',
  },
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Whether the same computation may well succeed later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof CodeInterrupted) return true;
  const code = codeOf(error);
  // Node's network errors have names such as ECONNRESET; pg reports a dropped connection without any code.
  return code === ''
    ? isConnectionLoss(error)
    : code.startsWith('E') || transientClasses.includes(code.slice(0, 2));
}

function isConnectionLoss(error: unknown): boolean {
  return error instanceof Error && /connection/i.test(error.message) && !(error instanceof Fault);
}

/** Why a run failed, in plain words. */
export function runErrorOf(error: unknown): Issue {
  if (error instanceof Fault && error.issues[0] !== undefined) return error.issues[0];
  const code = codeOf(error);
  return {
    code: 'RUN_FAILED',
    severity: 'error',
    path: [],
    message: known[code] ?? {
      en: 'The computation failed for a reason that lies with the server; it has been logged. Start the run again, or tell an administrator.',
      'zh-CN': '服务器内部原因导致试算失败，详情已记录在日志中。请重新试算，或联系管理员。',
    },
    ...(code === '' ? {} : { details: { databaseCode: code } }),
  };
}
