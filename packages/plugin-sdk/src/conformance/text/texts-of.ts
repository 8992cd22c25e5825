import type { Issue } from '@terrace/model';
import type { PluginUnderCheck } from '../plugin-under-check.js';

type Language = 'en' | 'zh-CN';

/** A text that people read, in the languages it has. */
export interface PlacedText {
  readonly text: Readonly<Partial<Record<Language, string>>>;
  /** Where it stands in one language; of a text that has only the other, where it is missing. */
  place(language: Language): { readonly file: string; readonly path: Issue['path'] };
}

function isText(json: object): json is Partial<Record<Language, string>> {
  const keys = Object.keys(json);
  return (
    keys.length > 0 &&
    keys.every((key) => key === 'en' || key === 'zh-CN') &&
    Object.values(json).every((value) => typeof value === 'string')
  );
}

function textsIn(json: unknown, file: string, path: Issue['path']): PlacedText[] {
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json))
    return json.flatMap((item: unknown, index) => textsIn(item, file, [...path, index]));
  if (isText(json)) return [{ text: json, place: (language) => ({ file, path: [...path, language] }) }];
  return Object.entries(json).flatMap(([key, value]) => textsIn(value, file, [...path, key]));
}

/** `plugin.json` without the names of its locale files, which look like a text. */
function withoutLocales(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const { locales: _, ...rest } = json as Record<string, unknown>;
  return rest;
}

/** Every text of a plugin: those that stand in its JSON files, and those of its locale files by key. */
export function textsOf(plugin: PluginUnderCheck): PlacedText[] {
  const { manifest, parts } = plugin;
  const files = manifest?.locales;
  const isLocale = (name: string): boolean => name === files?.en || name === files?.['zh-CN'];
  const inPlace = plugin.jsonFiles
    .filter((name) => !isLocale(name))
    .flatMap((name) => {
      const json = plugin.json(name);
      return textsIn(name === 'plugin.json' ? withoutLocales(json) : json, name, []);
    });
  if (files === undefined || parts.locales === null) return inPlace;
  const { en, 'zh-CN': zh } = parts.locales;
  const byKey = [...new Set([...Object.keys(en), ...Object.keys(zh)])].map((key): PlacedText => ({
    text: {
      ...(en[key] === undefined ? {} : { en: en[key] }),
      ...(zh[key] === undefined ? {} : { 'zh-CN': zh[key] }),
    },
    place: (language) => ({ file: files[language], path: [key] }),
  }));
  return [...inPlace, ...byKey];
}
