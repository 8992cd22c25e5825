import { describe, expect, it } from '@jest/globals';
import { literal } from '../../ast/literal-node.js';
import { operation } from '../../ast/operation-node.js';
import { variable } from '../../ast/variable-node.js';
import { compileJavaScript } from './compile-javascript.js';
import { emitProgram } from './emit.js';
import { interpretProgram } from './interpret-program.js';
import { layOut, type Program } from './program.js';
import { compareText } from '../../text-order.js';

const below = (name: string, value: number) => operation('<', [variable(name), literal(value)]);
const readers = [
  ['generated', compileJavaScript],
  ['composed', interpretProgram],
] as const;

describe.each(readers)('a %s program', (_name, compile) => {
  it('lets later steps use earlier ones', () => {
    const run = compile({
      inputs: { n: { type: 'number', nullable: false } },
      steps: [
        { name: 'twice', expression: operation('*', [variable('n'), literal(2)]) },
        { name: 'small', expression: below('twice', 10) },
      ],
    });
    expect(run({ n: 4 })).toEqual({ twice: 8, small: true });
    expect(run({ n: '5' })).toEqual({ twice: 10, small: false });
  });

  it('reads what is no value of the type as missing', () => {
    const types = ['number', 'text', 'boolean', 'date', 'instant'] as const;
    const inputs = Object.fromEntries(types.map((type) => [type, { type, nullable: true }]));
    const run = compile({
      inputs,
      steps: types.map((type) => ({
        name: `has_${type}`,
        expression: operation('missing', [literal(type)]),
      })),
    });
    const missing = (values: Record<string, unknown>) => Object.values(run(values));
    const all = [true, true, true, true, true];
    expect(missing({})).toEqual(all);
    expect(missing({ number: 'x', text: '', boolean: 1, date: '2023-02-29', instant: '2024-01-01' })).toEqual(
      all,
    );
    expect(missing({ number: Number.NaN, text: {}, boolean: 'yes', date: 0, instant: 0 })).toEqual(all);
    expect(missing({ number: Infinity, text: null, boolean: null, date: null, instant: null })).toEqual(all);
    expect(
      missing({
        number: ' 1 ',
        text: 5,
        boolean: 'f',
        date: '2024-02-29',
        instant: '2024-01-01 08:00:00+08',
      }),
    ).toEqual([false, false, false, false, false]);
  });

  it('refuses a row without an input that is never missing', () => {
    const run = compile({
      inputs: { n: { type: 'number', nullable: false } },
      steps: [{ name: 'small', expression: below('n', 5) }],
    });
    expect(() => run({ n: null })).toThrow('"n" is declared never missing and has no value');
  });

  it('keeps hostile names and texts as names and texts', () => {
    const hostile = [
      '__proto__',
      'constructor',
      '"]; globalThis.hit = true; //',
      '\u2028',
      '${1}',
      '</script>',
    ];
    const run = compile({
      inputs: Object.fromEntries(hostile.map((name) => [`in ${name}`, { type: 'text', nullable: true }])),
      steps: hostile.map((name) => ({
        name,
        expression: operation('if', [
          operation('missing', [literal(`in ${name}`)]),
          literal(name),
          variable(`in ${name}`),
        ]),
      })),
    });
    const result = run({});
    expect(Object.keys(result)).toEqual(hostile);
    expect(Object.values(result)).toEqual(hostile);
    expect('hit' in globalThis).toBe(false);
  });

  it('refuses two values of one name and names that are not there', () => {
    const inputs = { n: { type: 'number', nullable: false } } as const;
    expect(() => compile({ inputs, steps: [{ name: 'n', expression: literal(1) }] })).toThrow('two values');
    expect(() =>
      compile({ inputs, steps: [{ name: 'a', expression: operation('missing', [literal('zzz')]) }] }),
    ).toThrow('no value named "zzz"');
  });
});

describe('generated source', () => {
  it('consists of names of its own and encoded literals', () => {
    const program: Program = {
      inputs: { 'a"b': { type: 'number', nullable: true }, t: { type: 'text', nullable: true } },
      steps: [
        {
          name: 'r',
          expression: operation('if', [
            operation('missing', [literal('a"b')]),
            literal('</script>'),
            operation('==', [variable('t'), literal("'\u2029")]),
            literal('x'),
            variable('t'),
          ]),
        },
      ],
    };
    expect(emitProgram(layOut(program), { r: 'r' }).source).toBe(
      [
        '"use strict";',
        'return (function (values) {',
        'let v0 = values["a\\"b"]; if (!(typeof v0 === "number" && v0 - v0 === 0)) v0 = v0 == null ? null : read[0](v0);',
        'let v1 = values["t"]; if (!(typeof v1 === "string" && v1 !== "")) v1 = v1 == null ? null : read[1](v1);',
        'const v2 = ((v0 === null) ? "\\u003c/script\\u003e" : (v1 === "\'\\u2029") ? "x" : v1);',
        'return { "r": v2 };',
        '});',
      ].join('\n'),
    );
  });
});

describe('compareText', () => {
  it('orders by code point, not by UTF-16 unit', () => {
    const texts = ['😀', '！', '李', 'b', 'a', 'B', '', 'ab', '\ue000'];
    const byCodePoint = ['', 'B', 'a', 'ab', 'b', '李', '\ue000', '！', '😀'];
    expect([...texts].sort(compareText)).toEqual(byCodePoint);
    // JavaScript's own order puts the emoji before the full-width mark.
    expect([...texts].sort().slice(-2)).toEqual(['\ue000', '！']);
  });
});
