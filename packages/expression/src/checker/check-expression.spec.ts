import { describe, expect, it } from '@jest/globals';
import { parseExpression } from '../parser/parse-expression.js';
import type { InputDeclarations } from '../value-type.js';
import { checkExpression } from './check-expression.js';

const inputs: InputDeclarations = {
  n: { type: 'number', nullable: true },
  k: { type: 'number', nullable: false },
  t: { type: 'text', nullable: true },
  b: { type: 'boolean', nullable: true },
  d: { type: 'date', nullable: true },
  i: { type: 'instant', nullable: true },
  g: { type: 'enumeration', nullable: true, options: ['gold', 'silver', 'bronze'] },
  days: { type: 'duration', nullable: true, unit: 'day' },
  hours: { type: 'duration', nullable: false, unit: 'hour' },
  price: { type: 'number', nullable: false, unit: 'CNY' },
  x: { type: 'number', nullable: false, exact: false },
  q: { type: 'number', nullable: true, default: 0 },
  ns: { type: 'list', nullable: true, element: 'number' },
  ts: { type: 'list', nullable: true, element: 'text' },
};
const [n, k, t, b, d, i, g, days, hours, price, x, q, ns, ts] = [
  'n',
  'k',
  't',
  'b',
  'd',
  'i',
  'g',
  'days',
  'hours',
  'price',
  'x',
  'q',
  'ns',
  'ts',
].map((name) => ({ var: name }));
const element = { var: '' };

function check(logic: unknown) {
  const parsed = parseExpression(logic);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return checkExpression(parsed.node, inputs);
}
const codes = (logic: unknown) => check(logic).issues.map((issue) => [issue.code, issue.path.join('.')]);

describe('checkExpression', () => {
  it.each([
    [{ '<': [n, 1] }, 'boolean', true],
    [{ '<': [k, 1] }, 'boolean', false],
    [{ missing: ['n'] }, 'names', false],
    [{ '+': [n] }, 'number', true],
    [{ if: [b, 1, 2] }, 'number', false],
    [{ if: [b, 'x'] }, 'text', true],
    [{ if: [b, d, '2024-01-01'] }, 'date', true],
    [{ var: ['n', 0] }, 'number', false],
    [null, 'null', true],
  ])('finds the type of %j', (logic, type, nullable) => {
    expect(check(logic)).toEqual({ type, nullable, exact: true, issues: [] });
  });

  it.each([
    [{ '+': [n, 1] }, { type: 'number', nullable: true, exact: false }],
    [{ '-': [x] }, { type: 'number', nullable: false, exact: false }],
    [{ max: [k, 1] }, { type: 'number', nullable: false, exact: true }],
    [{ if: [b, x, 1] }, { type: 'number', nullable: false, exact: false }],
    [q, { type: 'number', nullable: false, exact: true }],
    [{ '-': [days, 7] }, { type: 'duration', nullable: true, exact: false, unit: 'day' }],
    [{ '*': [price, 2] }, { type: 'number', nullable: false, exact: false, unit: 'CNY' }],
    [{ '*': [price, days] }, { type: 'number', nullable: true, exact: false }],
    [{ '/': [hours, 24] }, { type: 'duration', nullable: false, exact: false, unit: 'hour' }],
    [g, { type: 'enumeration', nullable: true, exact: true, options: ['gold', 'silver', 'bronze'] }],
    [{ if: [b, g, 'none'] }, { type: 'text', nullable: true, exact: true }],
    [[1, n], { type: 'list', nullable: false, exact: true, element: 'number' }],
    [
      { filter: [ns, { '>': [element, 1] }] },
      { type: 'list', nullable: true, exact: true, element: 'number' },
    ],
    [
      { map: [[1], { if: [{ '>': [element, 1] }, 'a', 'b'] }] },
      { type: 'list', nullable: false, exact: true, element: 'text' },
    ],
    [{ some: [[1, 2], { '>': [element, 1] }] }, { type: 'boolean', nullable: false, exact: true }],
    [{ some: [[1, n], { '>': [element, 1] }] }, { type: 'boolean', nullable: true, exact: true }],
  ])('knows of %j what its readers need', (logic, expected) => {
    expect(check(logic)).toEqual({ ...expected, issues: [] });
  });

  it.each([
    [{ '==': [g, 'Gold'] }, [['UNKNOWN_OPTION', '==.1']]],
    [{ in: [g, ['gold', 'brnze']] }, [['UNKNOWN_OPTION', 'in.1']]],
    [{ '<': [g, 'gold'] }, [['NOT_ORDERED', '']]],
    [{ '<': [days, hours] }, [['UNIT_MISMATCH', '']]],
    [{ '+': [days, price] }, [['UNIT_MISMATCH', '']]],
    [{ '%': [{ '+': [n, 1] }, 2] }, [['REMAINDER_OF_DECIMALS', '%.0']]],
    [
      { '%': [n, x] },
      [
        ['DIVISION_BY_ZERO', '%.1'],
        ['REMAINDER_OF_DECIMALS', '%.1'],
      ],
    ],
    [{ if: [{ '>': [x, 0] }, { '/': [1, x] }, null] }, []],
    [{ if: [{ '>=': [x, 1e-10] }, { '/': [1, x] }, null] }, [['DIVISION_BY_ZERO', 'if.1./.1']]],
    [{ if: [{ '>=': [k, 1e-10] }, { '/': [1, k] }, null] }, []],
    [
      { and: [{ '<': [1] }, { nope: 1, more: 2 }] },
      [
        ['WRONG_OPERAND_COUNT', 'and.0'],
        ['RECORD_NOT_EXPECTED', 'and.1'],
      ],
    ],
    [
      { '<': [1, 2, { var: 'zzz' }, 4] },
      [
        ['WRONG_OPERAND_COUNT', ''],
        ['UNKNOWN_VARIABLE', '<.2'],
      ],
    ],
    [{ '==': [t, ''] }, [['EMPTY_TEXT', '==.1']]],
    [{ var: 1 }, [['VARIABLE_NAME_EXPECTED', '']]],
    [{ '>': [element, 1] }, [['VARIABLE_NAME_EXPECTED', '>.0']]],
    [{ log: n }, [['LOG_NOT_ALLOWED', '']]],
    [{ cat: [t, n] }, [['TEXT_EXPECTED', 'cat.1']]],
    [{ cat: [t, d, g] }, []],
    [{ substr: [t, 0, 2] }, [['TEXT_POSITION', '']]],
    [
      { substr: [t, n] },
      [
        ['WHOLE_NUMBER_EXPECTED', 'substr.1'],
        ['TEXT_POSITION', ''],
      ],
    ],
    [{ missing_some: [1, ['n', 'zzz']] }, [['UNKNOWN_VARIABLE', 'missing_some.1']]],
    [{ missing_some: [n, ['n']] }, [['NAMES_EXPECTED', '']]],
    [{ some: [n, { '>': [element, 1] }] }, [['LIST_EXPECTED', 'some.0']]],
    [{ some: [[], { '>': [element, 1] }] }, [['EMPTY_LIST', 'some.0']]],
    [{ some: [ns, { '>': [element, k] }] }, [['UNKNOWN_VARIABLE', 'some.1.>.1']]],
    [{ some: [ns, { '+': [element, 1] }] }, [['CONDITION_EXPECTED', 'some.1']]],
    [{ some: [ns, { '>': [element, 'a'] }] }, [['TYPE_MISMATCH', 'some.1']]],
    [{ map: [ns, [1]] }, [['VALUE_EXPECTED', 'map.1']]],
    [{ merge: [ns, ts] }, [['TYPE_MISMATCH', '']]],
    [[1, 'a'], [['MIXED_LIST', '']]],
    [{ in: [t, ns] }, [['TYPE_MISMATCH', '']]],
    [{ in: [{ '+': [n, 1] }, ns] }, [['INEXACT_IN_LIST', '']]],
    [{ '==': [ns, ns] }, [['NOT_COMPARABLE', '']]],
    [{ and: [ns, b] }, [['CONDITION_EXPECTED', 'and.0']]],
    [
      { reduce: [ns, { '*': [{ var: 'current' }, { var: 'accumulator' }] }, 1] },
      [['REDUCE_NOT_SUPPORTED', 'reduce.1']],
    ],
    [
      { reduce: [ns, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, null] },
      [['NUMBER_EXPECTED', 'reduce.2']],
    ],
    [
      { reduce: [ts, { '+': [{ var: 'current' }, { var: 'accumulator' }] }, 0] },
      [['NUMBER_EXPECTED', 'reduce.1.+.0']],
    ],
  ])('reports of %j what differs between readers', (logic, expected) => {
    expect(codes(logic)).toEqual(expected);
  });

  it('names the nearest option and all of them', () => {
    const [issue] = check({ '==': [g, 'slver'] }).issues;
    expect(issue?.details).toEqual({
      value: 'slver',
      options: ['gold', 'silver', 'bronze'],
      nearest: 'silver',
    });
    expect(issue?.message['zh-CN']).toBe(
      '“slver”不在可选项中。是否想用“silver”？可选项：gold、silver、bronze。',
    );
  });

  it('finds names with a letter wrong, and offers none that is far', () => {
    const hint = (name: string) => check({ '<': [{ var: name }, 1] }).issues[0]?.details;
    expect(hint('prcie')).toEqual({ name: 'prcie', nearest: 'price' });
    expect(hint('dayz')).toEqual({ name: 'dayz', nearest: 'days' });
    expect(hint('frequency')).toEqual({ name: 'frequency' });
  });

  it.each([
    [{ '<': [{ var: 'm' }, 1] }, [['UNKNOWN_VARIABLE', '<.0']]],
    [{ '<': [{ var: 'constructor' }, 1] }, [['UNKNOWN_VARIABLE', '<.0']]],
    [{ missing: ['n', 'zzz'] }, [['UNKNOWN_VARIABLE', 'missing.1']]],
    [{ '<': [t, 1] }, [['TYPE_MISMATCH', '']]],
    [{ '==': [n, '1'] }, [['TYPE_MISMATCH', '']]],
    [{ '==': [d, i] }, [['TYPE_MISMATCH', '']]],
    [{ '==': [d, t] }, [['TYPE_MISMATCH', '']]],
    [{ '==': [d, '2023-02-29'] }, [['INVALID_DATE', '==.1']]],
    [{ '<': [i, '2023-02-28T00:00:00'] }, [['INVALID_INSTANT', '<.1']]],
    [{ '<': [b, true] }, [['NOT_ORDERED', '']]],
    [{ '==': [n, null] }, [['COMPARISON_WITH_NULL', '==.1']]],
    [{ and: [n, b] }, [['CONDITION_EXPECTED', 'and.0']]],
    [{ '!': t }, [['CONDITION_EXPECTED', '!']]],
    [{ if: [n, 1, 2] }, [['CONDITION_EXPECTED', 'if.0']]],
    [{ if: [b, 1, 'x'] }, [['TYPE_MISMATCH', '']]],
    [{ if: [b, { missing: ['n'] }, false] }, [['LIST_NOT_EXPECTED', 'if.1']]],
    [{ '+': [n, t] }, [['NUMBER_EXPECTED', '+.1']]],
    [{ in: [n, ['x']] }, [['TYPE_MISMATCH', '']]],
    [{ in: [n, []] }, [['LITERAL_LIST_EXPECTED', 'in.1']]],
    [{ in: [n, [1, null]] }, [['LITERAL_LIST_EXPECTED', 'in.1']]],
    [{ in: [n, t] }, [['TYPE_MISMATCH', '']]],
    [{ '==': [[1], [1]] }, [['NOT_COMPARABLE', '']]],
    [{ missing: [n] }, [['NAMES_EXPECTED', '']]],
    [{ '/': [n, 0] }, [['DIVISION_BY_ZERO', '/.1']]],
    [{ '/': [n, k] }, [['DIVISION_BY_ZERO', '/.1']]],
    [{ if: [{ '!=': [n, 1] }, { '/': [1, n] }, 0] }, [['DIVISION_BY_ZERO', 'if.1./.1']]],
    [{ if: [{ '!=': [n, 0] }, 1, { '/': [1, n] }] }, [['DIVISION_BY_ZERO', 'if.2./.1']]],
    [{ '%': [n, 0.1] }, [['REMAINDER_OF_DECIMALS', '%.1']]],
    [{ '<': [t, 'b'] }, [['TEXT_ORDER', '']]],
  ])('reports the faults of %j', (logic, expected) => {
    expect(codes(logic)).toEqual(expected);
  });

  it.each([
    { '/': [n, 4] },
    { if: [{ '!=': [n, 0] }, { '/': [1, n] }, null] },
    { if: [{ '>': [n, 0] }, { '/': [1, n] }, null] },
    { if: [{ '<': [2, n] }, { '/': [1, n] }, null] },
    { if: [{ '==': [n, 0] }, null, { '/': [1, n] }] },
    { and: [b, { '>=': [n, 1] }, { '<': [{ '/': [k, n] }, 2] }] },
    { or: [{ '==': [n, 0] }, { '<': [{ '/': [k, n] }, 2] }] },
    { if: [{ and: [{ '!=': [{ '-': [n, k] }, 0] }, b] }, { '/': [1, { '-': [n, k] }] }, null] },
  ])('accepts the guarded division %j', (logic) => {
    expect(codes(logic)).toEqual([]);
  });

  it('says what is wrong and how to mend it, in both languages', () => {
    const [issue] = check({ '<': [{ var: 'N' }, 1] }).issues;
    expect(issue?.message).toEqual({
      en: 'There is no "N". Did you mean n?',
      'zh-CN': '没有名为“N”的值。是否想用 n？',
    });
  });
});
