import { afterAll, expect, it } from '@jest/globals';
import { parseDocumentOrThrow } from '@terrace/model';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLogic } from './write-logic.js';

const folder = mkdtempSync(join(tmpdir(), 'logic-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Conditions that each list so many cities. */
function documentOf(conditions: number, cities: number) {
  const name = (id: string) => ({ en: id });
  const listed = Array.from({ length: cities }, (_, index) => `city ${index}`);
  return parseDocumentOrThrow({
    schema: 2,
    name: name('Cities'),
    subjectType: 'customer',
    nodes: [
      {
        kind: 'dimension',
        id: 'city',
        name: name('City'),
        valueType: 'text',
        source: { kind: 'field', field: 'city' },
        missing: { policy: 'noMatch' },
      },
      ...Array.from({ length: conditions }, (_, index) => ({
        kind: 'condition',
        id: `listed${index}`,
        name: name(`Listed ${index}`),
        when: { in: [{ var: 'city' }, listed] },
        tier: 'gold',
      })),
      { kind: 'tier', id: 'gold', name: name('Gold'), rank: 1 },
      { kind: 'tier', id: 'plain', name: name('Plain'), rank: 2 },
    ],
    fallback: 'plain',
  });
}

it('writes the JSON Logic of a model', async () => {
  const file = join(folder, 'small.json');
  expect(await writeLogic(documentOf(1, 2), file)).toBeNull();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(expect.objectContaining({ if: expect.anything() }));
});

it('says in both languages that a model is too large', async () => {
  const file = join(folder, 'large.json');
  const fault = await writeLogic(documentOf(13, 40_000), file);
  expect(fault?.sentence).toEqual({
    en: 'The file of --logic was not written: as one JSON Logic expression the model has more than 500,000 parts; split the largest tables and conditions into several nodes.',
    'zh-CN':
      '没有写出 --logic 指定的文件：模型写成一个 JSON Logic 表达式后超过 500,000 个部分，请把最大的表格和条件拆分为多个节点。',
  });
  expect(existsSync(file)).toBe(false);
});
