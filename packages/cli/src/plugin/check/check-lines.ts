import { localize, type Language } from '@terrace/model';
import type { Check, CheckIssue, Conformance } from '@terrace/plugin-sdk/conformance';
import { join, relative } from 'node:path';

/** Issues of a check that are listed at most; the rest is counted. */
const mostIssues = 20;

function placeOf({ file, line, column }: CheckIssue, folder: string): string {
  const path = join(folder, file);
  const below = relative(process.cwd(), path);
  const name = below.startsWith('..') ? path : below;
  return line === null ? name : `${name}:${line}:${column}`;
}

/** A finding on a line of its own, with the place in a form that terminals and editors open. */
export function issueLine(issue: CheckIssue, id: string, folder: string, language: Language): string {
  const [severity, colon] =
    language === 'en' ? [issue.severity, ':'] : [issue.severity === 'error' ? '错误' : '警告', '：'];
  return `${placeOf(issue, folder)} ${severity} ${id}${colon}${language === 'en' ? ' ' : ''}${localize(issue.message, language)}`;
}

function summary({ counts, checks: results }: Conformance, language: Language): string {
  const { passed, failed, warned, skipped } = counts;
  const parts =
    language === 'en'
      ? [
          `${passed} passed`,
          `${failed} failed`,
          `${warned} with warnings`,
          `${skipped} skipped because the plugin has nothing of the kind`,
        ]
      : [`${passed} 项通过`, `${failed} 项未通过`, `${warned} 项有警告`, `${skipped} 项因没有相应内容而跳过`];
  return language === 'en'
    ? `${results.length} checks: ${parts.join(', ')}.`
    : `共 ${results.length} 项检查：${parts.join('，')}。`;
}

/** What came of the checks, in lines: each finding with what to do about it, and how many checks passed. */
export function conformanceLines(conformance: Conformance, folder: string, language: Language): string[] {
  const found = conformance.checks.filter(({ issues }) => issues.length > 0);
  const lines = found.flatMap(({ id, issues }) => [
    ...issues.slice(0, mostIssues).map((issue) => issueLine(issue, id, folder, language)),
    ...(issues.length > mostIssues
      ? [
          language === 'en'
            ? `… and ${issues.length - mostIssues} more of ${id}`
            : `……${id} 另有 ${issues.length - mostIssues} 处`,
        ]
      : []),
    ...[...new Set(issues.slice(0, mostIssues).map(({ fix }) => localize(fix, language)))].map(
      (fix) => `    ${fix}`,
    ),
  ]);
  const explain =
    found.length === 0
      ? []
      : [
          language === 'en'
            ? `Why a check is there: terrace plugin check --explain ${found[0]?.id}`
            : `查看检查的说明：terrace plugin check --explain ${found[0]?.id}`,
        ];
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(conformance, language), ...explain];
}

/** The checks there are, a line each. */
export function checkList(checks: readonly Check[], language: Language): string[] {
  const width = Math.max(...checks.map(({ id }) => id.length));
  return checks.map(({ id, title }) => `${id.padEnd(width)}  ${title[language]}`);
}

/** What a check looks at, why, and what to do about its findings. */
export function explainLines({ title, what, why, fix, wrong, right }: Check, language: Language): string[] {
  const isEnglish = language === 'en';
  const indented = (text: string): string[] => text.split('\n').map((line) => `    ${line}`);
  return [
    isEnglish ? `${title.en}.` : `${title['zh-CN']}。`,
    '',
    what[language],
    '',
    isEnglish ? `Why: ${why.en}` : `原因：${why['zh-CN']}`,
    isEnglish ? `What to do: ${fix.en}` : `处理方法：${fix['zh-CN']}`,
    '',
    isEnglish ? 'Wrong:' : '错误示例：',
    ...indented(wrong),
    isEnglish ? 'Right:' : '正确示例：',
    ...indented(right),
  ];
}
