import type { Issue } from '@terrace/model';
import { z } from 'zod';

const chinese = z.locales.zhCN().localeError;

/** A fault of a plugin. `path` leads into its manifest. */
export function pluginIssue(code: string, path: Issue['path'], en: string, zh: string): Issue {
  return { code, severity: 'error', path, message: { en, 'zh-CN': zh } };
}

/** What `zod` found wrong with a manifest, in both languages. */
export function manifestIssues(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const translated = issue.code === 'custom' ? undefined : chinese(issue as Parameters<typeof chinese>[0]);
    const zh = typeof translated === 'string' ? translated : translated?.message;
    const place = path.length === 0 ? 'plugin.json' : path.join('.');
    return pluginIssue(
      'INVALID_MANIFEST',
      path,
      `${place}: ${issue.message}`,
      `${place}：${zh ?? issue.message}`,
    );
  });
}
