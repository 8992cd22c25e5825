import { basename, resolve } from 'node:path';
import { UsageError } from '../../usage-error.js';

/** What a new plugin is called, and its record types, which are names shared by all plugins. */
export interface PluginNames {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string };
  readonly subjectType: string;
  readonly eventType: string;
  /** As npm knows the package. */
  readonly packageName: string;
}

/** Leaves room for what is put behind it in the ids of record types, which have 41 characters at most. */
const longestPrefix = 34;

/** The id that the name of a folder gives. @throws UsageError where it gives none */
function idOf(folder: string): string {
  const name = basename(resolve(folder));
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  if (id !== '' && id.length <= 41) return id;
  throw new UsageError(
    `"${name}" gives no id: it needs 1 to 41 letters, digits, - or _, beginning with a letter, for example hotel.`,
    `无法由“${name}”得到插件标识：需要 1 到 41 个字母、数字、- 或 _，以字母开头，例如 hotel。`,
  );
}

/**
 * The names of a plugin that is made in `folder`.
 * @param en - its English name; made of the id when absent
 * @param zh - its Chinese name
 */
export function namesOf(folder: string, en: string | undefined, zh: string | undefined): PluginNames {
  const id = idOf(folder);
  const words = id.replaceAll('_', ' ');
  const english = en ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const prefix = id.slice(0, longestPrefix).replace(/_+$/, '');
  return {
    id,
    name: { en: english, 'zh-CN': zh ?? `${english} 插件` },
    subjectType: `${prefix}_member`,
    eventType: `${prefix}_visit`,
    packageName: `terrace-plugin-${id.replaceAll('_', '-')}`,
  };
}
