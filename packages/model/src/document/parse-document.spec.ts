import { describe, expect, it } from '@jest/globals';
import { rfmDocument } from '../testing/documents.js';
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
    [{ schema: 0 }, [['schema', 'One of these is needed: 2.', '此处应为以下值之一：2。']]],
    [{ schema: '2' }, [['schema', 'One of these is needed: 2.', '此处应为以下值之一：2。']]],
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
});
