import type { Issue } from '@terrace/model';
import { pluginIssue } from './plugin-issue.js';

/** What a reference names, in both languages. */
export type Kind = readonly [en: string, zh: string];

interface Named {
  readonly id: string;
}

/** An issue when `id` is none of `known`. */
export function reference(
  id: string,
  known: readonly string[],
  [en, zh]: Kind,
  path: Issue['path'],
): Issue[] {
  if (known.includes(id)) return [];
  const list = known.length === 0 ? '-' : known.join(', ');
  return [
    pluginIssue(
      'UNKNOWN_REFERENCE',
      path,
      `There is no ${en} "${id}"; there are: ${list}.`,
      `没有${zh}“${id}”，现有：${list}。`,
    ),
  ];
}

/** An issue for every id that an earlier item has already. */
export function uniqueIds(items: readonly Named[], path: Issue['path']): Issue[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          pluginIssue(
            'DUPLICATE_ID',
            [...path, index, 'id'],
            `The id "${id}" is used twice.`,
            `标识“${id}”重复。`,
          ),
        ],
  );
}

/** The ids of `items`. */
export function idsOf(items: readonly Named[]): string[] {
  return items.map(({ id }) => id);
}
