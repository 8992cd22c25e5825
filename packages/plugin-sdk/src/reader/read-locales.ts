import type { Issue } from '@terrace/model';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonFileSchema } from '../file-path.js';
import { pluginIssue } from './plugin-issue.js';
import { readJson } from './read-json.js';
import type { Locales } from './resolve-texts.js';

const filesSchema = z.object({ locales: z.object({ en: jsonFileSchema, 'zh-CN': jsonFileSchema }) });
const textsSchema = z.record(z.string(), z.unknown());
const textSchema = z.string().max(2000);

function noText(name: string, key: string, path: Issue['path']): Issue {
  return pluginIssue(
    'INVALID_LOCALE',
    path,
    `${name}: what stands under "${key}" is not a text of at most 2,000 characters.`,
    `${name}：“${key}”的值不是不超过 2,000 个字符的文本。`,
  );
}

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
    if (!texts.success) {
      issues.push(
        pluginIssue(
          'INVALID_LOCALE',
          path,
          `${name} is not an object of texts by key.`,
          `${name} 应为由键和文本组成的对象。`,
        ),
      );
      continue;
    }
    for (const [key, json] of Object.entries(texts.data)) {
      const text = textSchema.safeParse(json);
      if (text.success) locales[language][key] = text.data;
      else issues.push(noText(name, key, [...path, key]));
    }
  }
  return locales;
}
