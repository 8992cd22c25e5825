import type { Issue } from '@terrace/model';
import type { z } from 'zod';
import { z as zod } from 'zod';

const chinese = zod.locales.zhCN().localeError;

/** A fault that our own schemas found carries what it says in both languages. */
const ownSchema = zod.object({
  code: zod.string(),
  message: zod.object({ en: zod.string(), 'zh-CN': zod.string() }),
});

/** The faults zod found, in both languages, each with its path below `prefix`. */
export function issuesOf(error: z.ZodError, prefix: (string | number)[] = []): Issue[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const own = issue.code === 'custom' ? ownSchema.safeParse(issue.params).data : undefined;
    if (own !== undefined) return { ...own, severity: 'error', path: [...prefix, ...path] };
    const translated = issue.code === 'custom' ? undefined : chinese(issue as Parameters<typeof chinese>[0]);
    const zh = typeof translated === 'string' ? translated : translated?.message;
    const place = path.length > 0 ? `${path.join('.')}: ` : '';
    return {
      code: `INVALID_${issue.code.toUpperCase().replace(/^INVALID_/, '')}`,
      severity: 'error',
      path: [...prefix, ...path],
      message: { en: `${place}${issue.message}`, 'zh-CN': `${place}${zh ?? issue.message}` },
    };
  });
}
