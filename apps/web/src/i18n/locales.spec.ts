import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree))
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) found.set(inner, text);
  return found;
}

const read = (language: string): Map<string, string> =>
  flatten(JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8')) as Tree);
const zh = read('zh-CN');
const en = read('en');
const placeholders = (text: string): string[] => (text.match(/\{\{\s*\w+/g) ?? []).sort();

describe('the texts of the web app', () => {
  it('exist in both languages under the same keys', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('name the same placeholders in both languages', () => {
    const different = [...zh].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('hold no Chinese in the English file', () => {
    const mixed = [...en].filter(([key, text]) => /\p{Script=Han}/u.test(text) && key !== 'language.zh-CN');
    expect(mixed.map(([key]) => key)).toEqual([]);
  });
});
