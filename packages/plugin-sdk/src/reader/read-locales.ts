import type { Issue } from '@terrace/model';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonFileSchema } from '../file-path.js';
import { pluginIssue } from './plugin-issue.js';
import { readJson } from './read-json.js';
import type { Locales } from './resolve-texts.js';

const filesSchema = z.object({ locales: z.object({ en: jsonFileSchema, 'zh-CN': jsonFileSchema }) });
const textsSchema = z.record(z.string(), z.string().max(2000));

/**
 * The texts that a manifest's `locales` name; null for a manifest without, whose shape is looked at later.
 * @param issues - gets what is wrong with the files
 */
export async function readLocales(
  folder: string,
  manifest: unknown,
  issues: Issue[],
): Promise<Locales | null> {
  const files = filesSchema.safeParse(manifest);
  if (!files.success) return null;
  const locales: Record<'en' | 'zh-CN', Record<string, string>> = { en: {}, 'zh-CN': {} };
  for (const language of ['en', 'zh-CN'] as const) {
    const name = files.data.locales[language];
    const path = ['locales', language];
    const file = await readJson(join(folder, name), name, path);
    if (!file.ok) {
      issues.push(file.issue);
      continue;
    }
    const texts = textsSchema.safeParse(file.json);
    if (texts.success) locales[language] = texts.data;
    else
      issues.push(
        pluginIssue(
          'INVALID_LOCALE',
          path,
          `${name} is not an object of texts by key: ${texts.error.issues[0]?.path.join('.') ?? ''}.`,
          `${name} 应为由键和文本组成的对象，问题位置：${texts.error.issues[0]?.path.join('.') ?? ''}。`,
        ),
      );
  }
  return locales;
}
