import { fault, type Fault } from './fault.js';

/** `character_not_in_repertoire`: PostgreSQL stores no U+0000 in text, and refuses to look for one. */
const NOT_IN_REPERTOIRE = '22021';

/** The fault behind a database error that a text of the request caused; undefined for any other error. */
export function unstorableText(error: unknown): Fault | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  if (error.code !== NOT_IN_REPERTOIRE) return undefined;
  return fault('INVALID_REQUEST', 'NUL_CHARACTER', {
    en: 'A text of the request holds the character U+0000, which cannot be stored. Remove it.',
    'zh-CN': '请求中的文本含有无法存储的空字符（U+0000），请将其删除。',
  });
}
