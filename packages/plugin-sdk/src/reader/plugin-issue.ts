import type { Issue } from '@terrace/model';
import { z } from 'zod';

const chinese = z.locales.zhCN().localeError;

/** A fault of a plugin. `path` leads into its manifest. */
export function pluginIssue(code: string, path: Issue['path'], en: string, zh: string): Issue {
  return { code, severity: 'error', path, message: { en, 'zh-CN': zh } };
}

/**
 * What `zod` found wrong with a manifest or another file of a plugin, in both languages.
 * @param file - what a person knows the file by
 * @param base - the place in the manifest that names the file
 */
export function manifestIssues(error: z.ZodError, file = 'plugin.json', base: Issue['path'] = []): Issue[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const translated = issue.code === 'custom' ? undefined : chinese(issue as Parameters<typeof chinese>[0]);
    const zh = typeof translated === 'string' ? translated : translated?.message;
    const inside = path.join('.');
    const place = base.length === 0 ? inside || file : `${file}${inside && ` ${inside}`}`;
    return pluginIssue(
      'INVALID_MANIFEST',
      [...base, ...path],
      `${place}: ${issue.message}`,
      `${place}：${zh ?? issue.message}`,
    );
  });
}
