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
};
const [n, m, k, b] = ['n', 'm', 'k', 'b'].map((name) => ({ var: name }));

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
  ])('writes %j as %j', (logic, expected) => {
    expect(write(logic)).toEqual(expected);
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
