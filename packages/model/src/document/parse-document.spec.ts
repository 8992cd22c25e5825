import { describe, expect, it } from '@jest/globals';
import { rfmDocument } from '../testing/documents.js';
import { modelDocumentSchema } from './model-document.js';
import { parseDocument } from './parse-document.js';

/** Paths and messages of the faults of a document with these nodes. */
function faults(change: object): [string, string | undefined, string | undefined][] {
  const parsed = parseDocument({ ...rfmDocument(), ...change });
  if (parsed.ok) return [];
  return parsed.issues.map(({ path, message }) => [path.join('.'), message.en, message['zh-CN']]);
}

describe('parseDocument', () => {
  it('gives a document back as it was', () => {
    const document = rfmDocument();
    expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document });
  });

  it.each<[object, [string, string, string][]]>([
    [{ fallback: undefined }, [['fallback', 'This is missing; a text is needed.', '缺少此项，需要文本。']]],
    [{ fallback: 5 }, [['fallback', 'Here a text is needed.', '此处需要文本。']]],
    [
      { fallback: 'Big Tier' },
      [
        [
          'fallback',
          'An id has 1 to 41 characters: lower-case letters, digits and _, and starts with a letter.',
          '标识由 1 到 41 个字符组成，只能包含小写字母、数字和下划线，并以字母开头。',
        ],
      ],
    ],
    [
      { colour: 'red' },
      [
        [
          '',
          '"colour" is not known here. Remove it or correct its spelling.',
          '无法识别 "colour"，请移除或检查拼写。',
        ],
      ],
    ],
    [
      { schema: 3 },
      [
        [
          'schema',
          'This document is of version 3; this program knows versions up to 2. Update Terrace to open it.',
          '该文档的版本为 3，当前程序最高支持版本 2。请升级 Terrace 后再打开。',
        ],
      ],
    ],
    ...[0, -1, 1.5, '2', null].map((schema): [object, [string, string, string][]] => [
      { schema },
      [
        [
          'schema',
          'This program reads documents of versions 1 to 2. Write the version as a number, for example "schema": 2.',
          '当前程序支持的文档版本为 1 至 2，版本应写成数字，例如 "schema": 2。',
        ],
      ],
    ]),
    [
      { nodes: [{ kind: 'tier', id: 'a', name: { en: 'a' }, rank: 0 }] },
      [['nodes.0.rank', 'The number is at least 1.', '数值不能小于 1。']],
    ],
  ])('says what is wrong with %j', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('names the node a fault lies in', () => {
    const parsed = parseDocument({ ...rfmDocument(), nodes: [{ kind: 'tier', id: 'gold', rank: 1 }] });
    expect(parsed).toMatchObject({ ok: false, issues: [{ path: ['nodes', 0, 'name'], nodeId: 'gold' }] });
  });

  it.each([[null], [undefined], [5], ['x'], [[]], [{ nodes: 5 }], [{ nodes: [null] }]])(
    'refuses %j',
    (json) => {
      expect(parseDocument(json).ok).toBe(false);
    },
  );

  it.each<[string, number, boolean]>([
    ['an expression', 200, true],
    ['an expression', 300, false],
    ['an expression', 100_000, false],
  ])('reads %s of %i levels: %j', (_, levels, isRead) => {
    let when: unknown = true;
    for (let level = 0; level < levels; level += 1) when = { '!': [when] };
    const deep = { kind: 'condition', id: 'deep', name: { en: 'Deep' }, when, tier: 'lost' };
    const { nodes } = rfmDocument();
    const document = { ...rfmDocument(), nodes: [...nodes, deep] };
    const parsed = parseDocument(document);
    expect(parsed.ok).toBe(isRead);
    const direct = modelDocumentSchema.safeParse(document);
    expect(direct.success).toBe(isRead);
    if (parsed.ok) return;
    const path = ['nodes', nodes.length, 'when'];
    expect(parsed.issues).toMatchObject([{ code: 'TOO_DEEP', path, nodeId: 'deep' }]);
    expect(direct.error?.issues).toMatchObject([{ path, params: { code: 'TOO_DEEP' } }]);
  });

  it('refuses what is deep where nothing should stand, and what contains itself', () => {
    let list: unknown = [];
    for (let level = 0; level < 100_000; level += 1) list = [list];
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    for (const json of [list, { ...rfmDocument(), extra: list }, circular, { nodes: [circular] }])
      expect(parseDocument(json)).toMatchObject({ ok: false, issues: [{ code: 'TOO_DEEP' }] });
  });
});
