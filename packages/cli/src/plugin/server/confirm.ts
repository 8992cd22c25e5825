import type { Language } from '@terrace/model';
import { createInterface } from 'node:readline/promises';
import type { PluginCommandContext } from '../plugin-command.js';
import { UsageError } from '../../usage-error.js';

/** `--yes`, in the same words everywhere. */
export const yesOption = ['--yes', { en: 'do it without asking', 'zh-CN': '不再询问，直接执行' }] as const;

const answers: Readonly<Record<Language, RegExp>> = { en: /^y(es)?$/i, 'zh-CN': /^(y(es)?|是)$/i };

/**
 * Asks whether to go on, on a terminal.
 * @throws UsageError where nobody can be asked
 */
export async function confirm(
  question: string,
  isSettled: boolean,
  { language, streams, signal }: PluginCommandContext,
): Promise<boolean> {
  if (isSettled) return true;
  if (!process.stdin.isTTY || streams.err.isTTY !== true)
    throw new UsageError(
      'Nobody can be asked here; add --yes to do it.',
      '当前无法询问，请加上 --yes 以确认执行。',
    );
  const lines = createInterface({ input: process.stdin, output: streams.err });
  try {
    const hint = language === 'en' ? '[y/N]' : '[y/N]（是/否）';
    const answer = await lines.question(`${question} ${hint} `, { signal });
    return answers[language].test(answer.trim());
  } finally {
    lines.close();
  }
}

/** What is said when the answer is no. */
export function nothingDone(language: Language): string {
  return language === 'en' ? 'Nothing was changed.' : '未作任何更改。';
}
