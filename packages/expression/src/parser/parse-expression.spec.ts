import { describe, expect, it } from '@jest/globals';
import { parseExpression } from './parse-expression.js';
import { toJsonLogic } from './to-json-logic.js';

const codes = (logic: unknown, limits = {}) => {
  const parsed = parseExpression(logic, limits);
  return parsed.ok ? [] : parsed.issues.map((issue) => [issue.code, issue.path.join('.')]);
};

/** `{"!": {"!": …}}` without using the stack to build it. */
function nested(depth: number): unknown {
  let logic: unknown = true;
  for (let level = 0; level < depth; level += 1) logic = { '!': logic };
  return logic;
}

describe('parseExpression', () => {
  it.each([
    { var: 'a' },
    { var: ['a'] },
    { var: ['a', 0] },
    { '!': { var: 'a' } },
    { '!': [{ var: 'a' }] },
    { in: [{ var: 'a' }, ['x', 'y']] },
    { missing: 'a' },
    { missing: [['a', 'b']] },
    { if: [true, 1, false, 2] },
    null,
    'text',
    -0.5,
  ])('gives %j back as it was', (logic) => {
    const parsed = parseExpression(logic);
    expect(parsed.ok && toJsonLogic(parsed.node)).toEqual(logic);
  });

  it('finds all faults at once, each with its place', () => {
    expect(
      codes({
        and: [{ '<': [{ var: 1 }, Number.NaN] }, { nope: [] }, { a: 1, b: 2 }, { '<': [1] }, undefined],
      }),
    ).toEqual([
      ['NUMBER_NOT_FINITE', 'and.0.<.1'],
      ['UNKNOWN_OPERATOR', 'and.1'],
      ['NOT_JSON', 'and.4'],
    ]);
  });

  it('does not take inherited names for operators', () => {
    expect(codes({ constructor: [1, 2] })).toEqual([['UNKNOWN_OPERATOR', '']]);
    expect(codes(JSON.parse('{"__proto__": [1, 2]}'))).toEqual([['UNKNOWN_OPERATOR', '']]);
  });

  it('refuses what is too deep, also 100,000 levels', () => {
    expect(codes(nested(199))).toEqual([]);
    expect(codes(nested(200))).toEqual([['TOO_DEEP', Array(200).fill('!').join('.')]]);
    expect(codes(nested(100_000)).map(([code]) => code)).toEqual(['TOO_DEEP']);
  });

  it('refuses a value that contains itself', () => {
    const circular: Record<string, unknown> = {};
    circular['!'] = circular;
    expect(codes(circular).map(([code]) => code)).toEqual(['TOO_DEEP']);
  });

  it('refuses what is too large', () => {
    expect(codes({ and: Array(50_000).fill(true) })).toEqual([['TOO_MANY_NODES', 'and.49999']]);
    expect(codes('abcd', { maxTextLength: 3 })).toEqual([['TEXT_TOO_LONG', '']]);
  });

  it('refuses text that PostgreSQL cannot store', () => {
    expect(codes('a\u0000b')).toEqual([['TEXT_NOT_STORABLE', '']]);
    expect(codes('\ud83d')).toEqual([['TEXT_NOT_STORABLE', '']]);
    expect(codes('😀')).toEqual([]);
  });
});
