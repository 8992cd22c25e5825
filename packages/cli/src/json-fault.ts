import type { Sentence } from './usage-error.js';

/** What can stand next in JSON. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const blanks = /[ \t\r\n]*/y;
/** A text as far as it is sound, without the quotation mark that ends it. */
const openText = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*/y;
const plain = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where `pattern` ends that begins at `at`; null when it does not stand there. */
function endOf(pattern: RegExp, json: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : null;
}

interface Token {
  readonly end: number;
  readonly isComplete: boolean;
}

/** The text, number or word that begins at `at`. */
function tokenAt(json: string, at: number, isText: boolean): Token {
  const end = endOf(openText, json, at);
  if (end !== null)
    return json[end] === '"' ? { end: end + 1, isComplete: true } : { end, isComplete: false };
  const plainEnd = isText ? null : endOf(plain, json, at);
  return plainEnd === null ? { end: at, isComplete: false } : { end: plainEnd, isComplete: true };
}

/** The place of the first character that cannot stand where it does; the length of `json` when something is missing at the end. */
function faultAt(json: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  for (;;) {
    at = endOf(blanks, json, at) ?? at;
    const character = json[at];
    if (character === undefined) return at;
    const isClosing = character === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    if (isClosing && expected.endsWith('or end')) {
      open.pop();
      expected = afterValue();
      at += 1;
    } else if (expected.startsWith('value')) {
      const token = tokenAt(json, at, false);
      if (character === '{' || character === '[') {
        open.push(character);
        expected = character === '{' ? 'key or end' : 'value or end';
        at += 1;
      } else if (!token.isComplete) return token.end;
      else {
        expected = afterValue();
        at = token.end;
      }
    } else if (expected.startsWith('key')) {
      const token = tokenAt(json, at, true);
      if (!token.isComplete) return token.end;
      expected = 'colon';
      at = token.end;
    } else if (expected === 'colon' && character === ':') {
      expected = 'value';
      at += 1;
    } else if (expected === 'comma or end' && character === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else return at;
  }
}

/** Says where `json`, which cannot be parsed, is not JSON; without a full stop. */
export function jsonFault(json: string): Sentence {
  if (json.trim() === '') return { en: 'it is empty', 'zh-CN': '内容为空' };
  const at = faultAt(json);
  const found = String.fromCodePoint(json.codePointAt(at) ?? 0);
  if (at >= json.length) return { en: 'it ends too early', 'zh-CN': '内容不完整' };
  const lines = json.slice(0, at).split('\n');
  const [line, column] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
  const shown =
    /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(found) && found !== '\uFFFD'
      ? found
      : `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    en: `line ${line}, column ${column} has ${shown}, which cannot stand there`,
    'zh-CN': `第 ${line} 行第 ${column} 列不应出现 ${shown}`,
  };
}
