import { describe, expect, it } from '@jest/globals';
import { operation } from '../ast/operation-node.js';
import { variable } from '../ast/variable-node.js';
import type { ExpressionNode } from '../ast/expression-node.js';
import { parseExpression } from '../parser/parse-expression.js';
import { toJsonLogic } from '../parser/to-json-logic.js';
import type { InputDeclarations } from '../value-type.js';
import { isPresent, writeOutMissing } from './write-out-missing.js';

const inputs: InputDeclarations = {
  n: { type: 'number', nullable: true },
  m: { type: 'number', nullable: true },
  k: { type: 'number', nullable: false },
  b: { type: 'boolean', nullable: true },
  x: { type: 'number', nullable: false, exact: false },
  q: { type: 'number', nullable: true, default: 5 },
  t: { type: 'text', nullable: true },
  ns: { type: 'list', nullable: true, element: 'number' },
  ks: { type: 'list', nullable: false, element: 'number' },
};
const [n, m, k, b, x, q, t, ns, ks] = ['n', 'm', 'k', 'b', 'x', 'q', 't', 'ns', 'ks'].map((name) => ({
  var: name,
}));
const element = { var: '' };
const marginOfX = { max: [7.3e-10, { '*': [4e-15, x] }, { '*': [-4e-15, x] }] };

function read(logic: unknown): ExpressionNode {
  const parsed = parseExpression(logic);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.node;
}
const write = (logic: unknown) => toJsonLogic(writeOutMissing(read(logic), inputs));

describe('writeOutMissing', () => {
  it.each([
    [{ '<': [n, 90] }, { if: [{ missing: ['n'] }, false, { '<': [n, 90] }] }],
    [{ '!': { '>': [n, 90] } }, { if: [{ missing: ['n'] }, false, { '<=': [n, 90] }] }],
    [{ '<': [k, 90] }, { '<': [k, 90] }],
    // One test for everything that all parts need.
    [
      { and: [{ '>': [n, 1] }, { '>': [m, 2] }] },
      { if: [{ missing: ['n', 'm'] }, false, { and: [{ '>': [n, 1] }, { '>': [m, 2] }] }] },
    ],
    // A way that needs less keeps its own test.
    [
      { or: [{ '>': [n, 1] }, { and: [{ '>': [n, 5] }, { '>': [m, 2] }] }] },
      {
        if: [
          { missing: ['n'] },
          false,
          {
            or: [
              { '>': [n, 1] },
              { if: [{ missing: ['m'] }, false, { and: [{ '>': [n, 5] }, { '>': [m, 2] }] }] },
            ],
          },
        ],
      },
    ],
    [
      { if: [{ missing: ['n'] }, 0, { '<': [n, 5] }, 1, 2] },
      { if: [{ missing: ['n'] }, 0, { '<': [n, 5] }, 1, 2] },
    ],
    [{ missing: ['k'] }, false],
    [{ '===': [n, 5] }, { if: [{ missing: ['n'] }, false, { '==': [n, 5] }] }],
    [{ '<': [n, k] }, { if: [{ missing: ['n'] }, false, { '<': [{ '+': [n] }, k] }] }],
    [b, { if: [{ missing: ['b'] }, false, b] }],
    [{ and: [true, { '<': [k, 1] }] }, { '<': [k, 1] }],
    [{ or: [false, false] }, false],
    // What is calculated is compared with a margin, in the literal where there is one.
    [{ '>=': [{ '*': [k, 1.1] }, 70] }, { '>=': [{ '*': [k, 1.1] }, 69.99999999927] }],
    [{ '>': [70, { '*': [k, 1.1] }] }, { '<': [{ '*': [k, 1.1] }, 69.99999999927] }],
    [{ '==': [x, 0.3] }, { '<=': [0.29999999927, x, 0.30000000073] }],
    [{ '!=': [x, 0.3] }, { '!': [{ '<=': [0.29999999927, x, 0.30000000073] }] }],
    [{ '<': [1, x, 2] }, { '<': [1.00000000073, x, 1.99999999927] }],
    [{ '<=': [k, x] }, { '<=': [k, { '+': [x, marginOfX] }] }],
    [{ in: [x, [1]] }, { '<=': [0.99999999927, x, 1.00000000073] }],
    [{ '>=': [k, 70] }, { '>=': [k, 70] }],
    [{ '>=': [{ '-': [k] }, 70] }, { '>=': [{ '-': [k] }, 70] }],
    [{ '>=': [x, 1e12] }, { '>=': [x, 1e12 - 4e-3] }],
    // A default is never missing.
    [{ '>': [q, 4] }, { '>': [{ if: [{ missing: ['q'] }, 5, q] }, 4] }],
    [{ missing: ['q'] }, false],
    // Elements may be missing.
    [
      { some: [ks, { '>': [element, 5] }] },
      { some: [ks, { if: [{ missing: [''] }, false, { '>': [element, 5] }] }] },
    ],
    [
      { '!': { some: [ns, { '>': [element, 5] }] } },
      {
        if: [
          { missing: ['ns'] },
          false,
          { '!': [{ some: [ns, { '!': [{ if: [{ missing: [''] }, false, { '<=': [element, 5] }] }] }] }] },
        ],
      },
    ],
    [{ some: [[1, 2], { '>': [element, 1] }] }, { some: [[1, 2], { '>': [element, 1] }] }],
    [
      { '==': [{ substr: [t, 0, 2] }, 'SH'] },
      {
        if: [
          { missing: ['t'] },
          false,
          {
            if: [{ '!=': [{ substr: [t, 0, 2] }, ''] }, { '==': [{ substr: [t, 0, 2] }, 'SH'] }, false],
          },
        ],
      },
    ],
    [{ missing_some: [1, ['n', 'k']] }, false],
    [{ missing_some: [2, ['n', 'k']] }, { '!!': [{ missing: ['n'] }] }],
    [{ '?:': [b, 1, 2] }, { if: [{ if: [{ missing: ['b'] }, false, b] }, 1, 2] }],
  ])('writes %j as %j', (logic, expected) => {
    expect(write(logic)).toEqual(expected);
  });

  it.each([[{ '>=': [{ '*': [k, 1.1] }, 70] }], [{ '==': [{ '+': [n, 1] }, m] }]])(
    'writes the margin of %j once, however often it is asked to',
    (logic) => {
      const once = writeOutMissing(read(logic), inputs);
      expect(toJsonLogic(writeOutMissing(once, inputs))).toEqual(toJsonLogic(once));
    },
  );

  it.each([
    [
      'and',
      (count: number) => ({ and: Array.from({ length: count }, (_, i) => ({ '>': [{ var: `v${i}` }, i] })) }),
    ],
    [
      '+',
      (count: number) => ({ '>': [{ '+': Array.from({ length: count }, (_, i) => ({ var: `v${i}` })) }, 1] }),
    ],
  ])('is linear in the operands of %s', (_operator, make) => {
    // Counts instead of clocks: the result grows as the rule does.
    const size = (count: number) => {
      const many = Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`v${i}`, { type: 'number', nullable: true }] as const),
      );
      return JSON.stringify(toJsonLogic(writeOutMissing(read(make(count)), many))).length;
    };
    expect(size(10_000) / size(1000)).toBeLessThan(12);
  });

  it('stops where the result would grow without bound', () => {
    let node: ExpressionNode = variable('b');
    for (let depth = 0; depth < 60; depth += 1)
      node = operation('and', [
        operation('==', [operation('or', [node, variable('b')]), variable('b')]),
        variable('b'),
      ]);
    expect(() => writeOutMissing(node, inputs)).toThrow(expect.objectContaining({ code: 'TOO_LARGE' }));
  });
});

describe('isPresent', () => {
  it.each([
    [n, { '!': [{ missing: ['n'] }] }],
    [k, true],
    [{ '+': [n, m] }, { '!': [{ missing: ['n', 'm'] }] }],
    [{ if: [{ missing: ['n'] }, null, { '<': [n, 5] }, 1, 2] }, { '!': [{ missing: ['n'] }] }],
    [{ var: ['n', 5] }, true],
    [null, false],
  ])('of %j is %j', (logic, expected) => {
    expect(toJsonLogic(isPresent(read(logic), inputs))).toEqual(expected);
  });
});
