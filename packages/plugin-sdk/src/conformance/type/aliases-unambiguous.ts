import { normalizeHeader, type Issue } from '@terrace/model';
import type { Check, Found } from '../check.js';
import { recordTypesOf, type PlacedType } from './record-types-of.js';

interface Claim {
  readonly owner: string;
  readonly header: string;
  readonly path: Issue['path'];
}

function claimsOf({ kind, type, path }: PlacedType): Claim[] {
  const lists: [string, readonly string[]][] =
    kind === 'subject'
      ? [['keyAliases', type.keyAliases]]
      : [
          ['subjectAliases', type.subjectAliases],
          ['timeAliases', type.timeAliases],
          ['idAliases', type.idAliases],
        ];
  const own = lists.flatMap(([list, aliases]) =>
    aliases.map((header, index) => ({ owner: list, header, path: [...path, list, index] })),
  );
  const fields = type.fields.flatMap(({ id, aliases }, index) =>
    aliases.map((header, at) => ({ owner: id, header, path: [...path, 'fields', index, 'aliases', at] })),
  );
  return [...own, ...fields];
}

export const aliasesUnambiguous: Check = {
  id: 'aliases-unambiguous',
  area: 'type',
  severity: 'error',
  title: { en: 'No column header belongs to two fields', 'zh-CN': '列名别名不冲突' },
  what: {
    en: 'Within a record type, each alias belongs to one field, or to the key, the subject, the time or the id. Case, spaces and punctuation do not distinguish them.',
    'zh-CN':
      '同一记录类型内，每个别名只属于一个字段，或只属于主键、所属对象、时间、标识之一；大小写、空格和标点不作区分。',
  },
  why: {
    en: 'A column that two fields could claim is guessed as neither, and whoever imports has to choose by hand.',
    'zh-CN': '两个字段都能匹配的列，导入时不会自动匹配任何一个，只能手工选择。',
  },
  fix: { en: 'Leave the alias to the field it means more often.', 'zh-CN': '请把该别名留给更常对应的字段。' },
  wrong:
    '{ "id": "amount", "aliases": ["amount", "total"] },\n{ "id": "nights", "aliases": ["nights", "Total"] }',
  right: '{ "id": "amount", "aliases": ["amount", "total"] },\n{ "id": "nights", "aliases": ["nights"] }',
  run({ manifest }) {
    if (manifest === null) return null;
    const types = recordTypesOf(manifest);
    if (types.length === 0) return null;
    return types.flatMap((type) => {
      const owners = new Map<string, string>();
      return claimsOf(type).flatMap(({ owner, header, path }): Found[] => {
        const folded = normalizeHeader(header);
        const first = owners.get(folded);
        if (first === undefined) owners.set(folded, owner);
        if (first === undefined || first === owner) return [];
        return [
          {
            file: 'plugin.json',
            path,
            message: {
              en: `"${header}" is an alias of "${first}" as well as of "${owner}".`,
              'zh-CN': `“${header}”同时是“${first}”和“${owner}”的别名。`,
            },
          },
        ];
      });
    });
  },
};
