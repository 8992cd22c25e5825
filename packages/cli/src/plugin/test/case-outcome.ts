import { localize, type Language } from '@terrace/model';
import type { Mismatch } from '@terrace/plugin-sdk';
import type { UnrunFile } from './javascript-cases.js';

/** What came of a test case in one of the readers. */
export interface CaseOutcome {
  readonly file: string;
  /** Its number in the file, from 1. */
  readonly number: number;
  readonly note: string | null;
  readonly reader: 'javascript' | 'postgresql';
  /** Empty when it passed. */
  readonly mismatches: readonly Mismatch[];
}

const readerNames = { javascript: 'JavaScript', postgresql: 'PostgreSQL' } as const;

const shown = (value: unknown): string => (value === null ? '-' : String(value));

/** A case that failed: where, what was expected and what came instead. */
export function failureLine(
  { file, number, note, reader, mismatches }: CaseOutcome,
  language: Language,
): string {
  const isEnglish = language === 'en';
  const label = note === null ? '' : isEnglish ? ` (${note})` : `（${note}）`;
  const what = mismatches
    .map(({ what: name, expected, actual }) =>
      isEnglish
        ? `${name}: expected ${shown(expected)}, got ${shown(actual)}`
        : `${name} 预期 ${shown(expected)}，实际为 ${shown(actual)}`,
    )
    .join(isEnglish ? '; ' : '；');
  return isEnglish
    ? `${file}, case ${number}${label}, ${readerNames[reader]}: ${what}`
    : `${file} 用例 ${number}${label}，${readerNames[reader]}：${what}`;
}

/** Cases that could not be run: where, how many, and why. */
export function unrunLine({ file, cases, issues }: UnrunFile, language: Language): string {
  const reasons = issues.map(({ message }) => localize(message, language));
  return language === 'en'
    ? `${file}: its ${cases === 1 ? 'case' : `${cases} cases`} could not be run: ${reasons.join('; ')}`
    : `${file}：其中 ${cases} 个用例无法运行：${reasons.join('；')}`;
}

/** How many cases of a reader passed, and how many failed. */
export function countLine(
  reader: CaseOutcome['reader'],
  outcomes: readonly CaseOutcome[],
  skipped: number,
  language: Language,
): string {
  const failed = outcomes.filter(({ mismatches }) => mismatches.length > 0).length;
  const passed = outcomes.length - failed;
  const name = readerNames[reader];
  if (language === 'en')
    return `Test cases in ${name}: ${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped, since they are about a tier that a subject has already`}.`;
  return `${name} 测试用例：${passed} 个通过，${failed} 个未通过${skipped === 0 ? '' : `，${skipped} 个涉及现有层级，已跳过`}。`;
}
