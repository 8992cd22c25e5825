import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { readFileSync } from 'node:fs';
import { parseExpression } from '../parser/parse-expression.js';
import { toJsonLogic } from '../parser/to-json-logic.js';
import { applyJsonLogic, evaluateUntyped } from './apply-json-logic.js';

type Case = readonly [rule: unknown, data: unknown, result: unknown];

const suite = (
  JSON.parse(
    readFileSync(new URL('../../conformance/official/tests.json', import.meta.url), 'utf8'),
  ) as unknown[]
).filter((entry): entry is Case => Array.isArray(entry));

const stock = (rule: unknown, data: unknown): unknown =>
  jsonLogic.apply(rule as Parameters<typeof jsonLogic.apply>[0], data);

describe('the official suite of JSON Logic', () => {
  it('has 277 cases', () => expect(suite).toHaveLength(277));

  it.each(
    suite.map(([rule, data, result]) => [JSON.stringify(rule), JSON.stringify(data), rule, data, result]),
  )('%s over %s', (_rule, _data, rule, data, result) => {
    expect(applyJsonLogic(rule, data)).toEqual(result);
  });

  it('comes back from the parser deeply equal', () => {
    for (const [rule] of suite) {
      const parsed = parseExpression(rule);
      expect(parsed.ok && toJsonLogic(parsed.node)).toEqual(rule);
    }
  });
});

describe('applyJsonLogic', () => {
  const values = fc.constantFrom<unknown>(
    null,
    '',
    '0',
    0,
    -1,
    1.5,
    '1',
    'a',
    'ab',
    true,
    false,
    [],
    [1],
    [null],
    ['a', 'b'],
  );
  const names = fc.constantFrom(
    'a',
    'b',
    'c',
    'c.x',
    'c.1',
    'list',
    'list.0',
    '',
    'current',
    'accumulator',
    'none',
  );
  const { rule } = fc.letrec<{ rule: unknown }>((tie) => {
    const operands = fc.array(tie('rule'), { minLength: 0, maxLength: 3 });
    const call = (ids: readonly string[], given: fc.Arbitrary<unknown>) =>
      fc.tuple(fc.constantFrom(...ids), given).map(([id, operand]) => ({ [id]: operand }));
    const lists = fc.oneof(
      names.map((name) => ({ var: name })),
      fc.array(tie('rule'), { maxLength: 3 }),
      tie('rule'),
    );
    return {
      rule: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule' },
        { weight: 3, arbitrary: values },
        { weight: 4, arbitrary: names.map((name) => ({ var: name })) },
        fc.tuple(names, values).map((pair) => ({ var: pair })),
        call(['var'], fc.oneof(tie('rule'), operands)),
        {
          weight: 6,
          arbitrary: call(
            [
              '==',
              '===',
              '!=',
              '!==',
              '<',
              '<=',
              '>',
              '>=',
              '!',
              '!!',
              '%',
              '/',
              '-',
              '+',
              'min',
              'max',
              'in',
              'cat',
              'merge',
              'and',
              'or',
              'if',
              '?:',
              'log',
            ],
            operands,
          ),
        },
        call(['!', '!!', '+', '-', '+', 'cat', 'merge', 'if', 'and', 'in', 'max'], tie('rule')),
        call(['*'], fc.array(tie('rule'), { minLength: 1, maxLength: 3 })),
        call(['missing'], fc.oneof(fc.array(names, { maxLength: 3 }), names, tie('rule'))),
        fc
          .tuple(fc.nat({ max: 3 }), fc.array(names, { maxLength: 3 }))
          .map((pair) => ({ missing_some: pair })),
        fc
          .tuple(
            tie('rule'),
            fc.integer({ min: -3, max: 3 }),
            fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
          )
          .map(([text, start, length]) => ({
            substr: length === undefined ? [text, start] : [text, start, length],
          })),
        {
          weight: 3,
          arbitrary: call(['map', 'filter', 'all', 'none', 'some'], fc.tuple(lists, tie('rule'))),
        },
        fc.tuple(lists, tie('rule'), tie('rule')).map((three) => ({ reduce: three })),
        fc.constantFrom<unknown>({}, { x: 1, y: { var: 'a' } }),
      ),
    };
  });
  const data = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        {
          a: values,
          b: values,
          c: fc.oneof(values, fc.record({ x: values, '1': values })),
          list: fc.array(values, { maxLength: 4 }),
        },
        { requiredKeys: [] },
      ),
    },
    values,
  );

  it('gives what json-logic-js gives, for rules and data of any kind', () => {
    // The stock `log` prints.
    const print = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      fc.assert(
        fc.property(rule, fc.array(data, { minLength: 3, maxLength: 6 }), (generated, rows) => {
          // As JSON: two equal records of it are two, which the generator may have made one and JavaScript would call equal.
          const each: unknown = JSON.parse(JSON.stringify(generated));
          const parsed = parseExpression(each);
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
          for (const row of rows) {
            let expected: unknown;
            try {
              expected = stock(each, row);
            } catch (error) {
              // The rules here have known operations only: stock `missing` ran data as a rule, which is not done here.
              if (error instanceof Error && error.message.startsWith('Unrecognized operation')) continue;
              expect(() => evaluateUntyped(parsed.node, row)).toThrow(
                expect.objectContaining({ code: 'EVALUATION_FAILED' }),
              );
              continue;
            }
            const found = evaluateUntyped(parsed.node, row);
            if (!Object.is(found, expected)) expect({ row, found }).toEqual({ row, found: expected });
          }
        }),
        { numRuns: 3000 },
      );
    } finally {
      print.mockRestore();
    }
  });

  it('never runs data as a rule, also where it stands for a name', () => {
    const names = { missing: { var: '' } };
    expect(applyJsonLogic(names, { a: null })).toEqual([{ a: null }]);
    expect(applyJsonLogic(names, { cat: ['a', 'b'] })).toEqual([{ cat: ['a', 'b'] }]);
    expect(applyJsonLogic({ missing: { var: 'names' } }, { names: [{ cat: ['a', 'b'] }], ab: 1 })).toEqual([
      { cat: ['a', 'b'] },
    ]);
  });

  it('refuses 100,000 levels of rule with an issue', () => {
    let nested: unknown = true;
    for (let level = 0; level < 100_000; level += 1) nested = { '!': [nested] };
    expect(() => applyJsonLogic(nested, {})).toThrow(
      expect.objectContaining({
        code: 'INVALID_EXPRESSION',
        issues: [expect.objectContaining({ code: 'TOO_DEEP' })],
      }),
    );
  });

  it('refuses to convert 100,000 levels of data', () => {
    let nested: unknown = [];
    for (let level = 0; level < 100_000; level += 1) nested = [nested];
    expect(() => applyJsonLogic({ cat: [{ var: 'x' }] }, { x: nested })).toThrow(
      expect.objectContaining({ code: 'DATA_TOO_DEEP' }),
    );
  });

  it('refuses results that grow without end', () => {
    const twice = { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] };
    const rule = { reduce: [{ var: 'list' }, twice, 'x'] };
    expect(() => applyJsonLogic(rule, { list: Array(60).fill(0) })).toThrow(
      expect.objectContaining({ code: 'RESULT_TOO_LARGE' }),
    );
  });

  it('reads own properties only', () => {
    expect(applyJsonLogic({ var: 'constructor' }, {})).toBe(null);
    expect(applyJsonLogic({ var: 'name.length' }, { name: 'abc' })).toBe(3);
    expect(applyJsonLogic({ var: '__proto__.polluted' }, {})).toBe(null);
  });

  it('knows no operator that json-logic-js does not know', () => {
    expect(() => stock({ method: [1, 'toString'] }, {})).toThrow('Unrecognized operation');
    expect(() => applyJsonLogic({ method: [1, 'toString'] }, {})).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: 'UNKNOWN_OPERATOR' })] }),
    );
  });
});
