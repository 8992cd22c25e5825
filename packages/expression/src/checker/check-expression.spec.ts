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
};
const [n, k, t, b, d, i] = ['n', 'k', 't', 'b', 'd', 'i'].map((name) => ({ var: name }));

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
