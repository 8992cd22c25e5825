import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonFault } from './json-fault.js';

describe('what is wrong with JSON', () => {
  it.each<[string, string, string]>([
    ['', 'it is empty', '内容为空'],
    [' \n', 'it is empty', '内容为空'],
    ['{"a": 1,', 'it ends too early', '内容不完整'],
    ['{"a', 'it ends too early', '内容不完整'],
    ['{"a\n": 1}', 'line 1, column 4 has U+000A, which cannot stand there', '第 1 行第 4 列不应出现 U+000A'],
    ['["C:\\x"]', 'line 1, column 5 has \\, which cannot stand there', '第 1 行第 5 列不应出现 \\'],
    ['[1, 2', 'it ends too early', '内容不完整'],
    ['{"a": 1,}', 'line 1, column 9 has }, which cannot stand there', '第 1 行第 9 列不应出现 }'],
    ['{\n  "a": 01\n}', 'line 2, column 9 has 1, which cannot stand there', '第 2 行第 9 列不应出现 1'],
    ["{'a': 1}", "line 1, column 2 has ', which cannot stand there", "第 1 行第 2 列不应出现 '"],
    ['{"a": 价}', 'line 1, column 7 has 价, which cannot stand there', '第 1 行第 7 列不应出现 价'],
    ['{"a" 1}', 'line 1, column 6 has 1, which cannot stand there', '第 1 行第 6 列不应出现 1'],
    ['[1]]', 'line 1, column 4 has ], which cannot stand there', '第 1 行第 4 列不应出现 ]'],
    ['[1}', 'line 1, column 3 has }, which cannot stand there', '第 1 行第 3 列不应出现 }'],
    ['\u0000', 'line 1, column 1 has U+0000, which cannot stand there', '第 1 行第 1 列不应出现 U+0000'],
    ['NaN', 'line 1, column 1 has N, which cannot stand there', '第 1 行第 1 列不应出现 N'],
  ])('%j', (json, en, zh) => expect(jsonFault(json)).toEqual({ en, 'zh-CN': zh }));

  it('lies where a text stops being the beginning of JSON', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('?', '}', ']', ',', '"', ':', '01', ''),
        (json, at, inserted) => {
          const place = at % (json.length + 1);
          const broken = `${json.slice(0, place)}${inserted}${json.slice(place + 1)}`;
          try {
            JSON.parse(broken);
          } catch {
            const column = Number(/column (\d+)/.exec(jsonFault(broken).en)?.[1] ?? broken.length + 1);
            // All before the character that was exchanged is sound; at most the escape, number or word in which it stands is given up.
            expect(column).toBeGreaterThanOrEqual(place - 4);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is found in much nesting and in long texts', () => {
    expect(jsonFault('['.repeat(1_000_000)).en).toBe('it ends too early');
    expect(jsonFault(`["${'\\n'.repeat(1_000_000)}"}`).en).toBe(
      'line 1, column 2000004 has }, which cannot stand there',
    );
  });
});
