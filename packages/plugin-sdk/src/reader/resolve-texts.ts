import type { Issue } from '@terrace/model';
import { pluginIssue } from './plugin-issue.js';

/** The texts of a plugin by key, in each language. */
export interface Locales {
  readonly en: Readonly<Record<string, string>>;
  readonly 'zh-CN': Readonly<Record<string, string>>;
}

const keyPattern = /^%([A-Za-z0-9_.-]{1,200})%$/;

/** The key that a text such as `"%tier.gold%"` names; null for any other value. @since 0.1.0 */
export function textKey(value: unknown): string | null {
  return typeof value === 'string' ? (keyPattern.exec(value)?.[1] ?? null) : null;
}

/**
 * Puts texts in the places of their keys, anywhere in `json`.
 * @param path - where `json` stands, for the issues
 * @param issues - gets `MISSING_TRANSLATION` for each key that a language lacks
 */
export function resolveTexts(json: unknown, locales: Locales, path: Issue['path'], issues: Issue[]): unknown {
  if (Array.isArray(json))
    return json.map((item: unknown, index) => resolveTexts(item, locales, [...path, index], issues));
  if (typeof json === 'object' && json !== null)
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, resolveTexts(value, locales, [...path, key], issues)]),
    );
  const key = textKey(json);
  if (key === null) return json;
  const text: Record<string, string> = {};
  for (const language of ['en', 'zh-CN'] as const) {
    const found = Object.hasOwn(locales[language], key) ? locales[language][key] : undefined;
    if (found !== undefined) text[language] = found;
    else
      issues.push(
        pluginIssue(
          'MISSING_TRANSLATION',
          path,
          `${path.join('.')}: there is no text "${key}" in the locale file of ${language}.`,
          `${path.join('.')}：${language} 语言文件中没有文本“${key}”。`,
        ),
      );
  }
  return text;
}
