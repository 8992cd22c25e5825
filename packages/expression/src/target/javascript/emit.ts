import type { ExpressionNode } from '../../ast/expression-node.js';
import { variable } from '../../ast/variable-node.js';
import { makeTypeOf } from '../../checker/typer.js';
import type { JavaScriptContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import type { Scalar, ValueType } from '../../value-type.js';
import { liveSteps } from '../table/live-steps.js';
import { Tables, type TableUse } from '../table/tables.js';
import { emitTable, type TableSource } from './emit-table.js';
import { unknownName, type ProgramLayout, type ProgramShape } from './program.js';

/**
 * The only place where source text is generated. It is made of names of our own (`v0`, `read`), operators' fixed texts, and
 * literals encoded here.
 */

/** A literal as source. JSON is JavaScript since ES2019; the escapes keep it safe inside markup and old parsers. */
export function encodeLiteral(value: Scalar): string {
  if (typeof value === 'number')
    return value < 0 || Object.is(value, -0) ? `(${String(value)})` : String(value);
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Source that reads an input in the common case, so that only unusual values cost a call. */
const isPlain: Readonly<Partial<Record<ValueType, (name: string) => string>>> = {
  // A finite number minus itself is 0; NaN and the infinities give NaN.
  number: (name) => `typeof ${name} === "number" && ${name} - ${name} === 0`,
  duration: (name) => `typeof ${name} === "number" && ${name} - ${name} === 0`,
  text: (name) => `typeof ${name} === "string" && ${name} !== ""`,
  enumeration: (name) => `typeof ${name} === "string" && ${name} !== ""`,
  boolean: (name) => `typeof ${name} === "boolean"`,
};

/** A table of values stands for a chain of branches, not for a test that is as short itself. */
const worthwhile: TableUse = {
  chainsOnly: true,
  takes: (table) => table.kind === 'values' && table.values.length > 3,
};

/** Source, and the objects it reads as `constants`. */
export interface EmittedProgram {
  readonly source: string;
  readonly constants: readonly object[];
}

/**
 * The body of a function of `runtime`, `read` (a reader per input, by slot) and `constants` that makes the function of a subject's `values`.
 * @param shape - what the function gives: the name of a step, or an object of them
 */
export function emitProgram(layout: ProgramLayout, shape: string | ProgramShape): EmittedProgram {
  let lambdas = 0;
  const constants: object[] = [];
  const makeEmitter = (
    typeOf: JavaScriptContext['typeOf'],
    nameOf: (name: string) => string,
    tables: Tables,
  ): JavaScriptContext['emit'] => {
    const tableSource: TableSource = {
      nameOf,
      isNullable: (name) => typeOf(variable(name)).nullable,
      literal: encodeLiteral,
      constant: (value) => `constants[${constants.push(value) - 1}]`,
    };
    const context: JavaScriptContext = {
      typeOf,
      emit,
      isMissing: (name) => `${nameOf(name)} === null`,
      helper: (name) => `runtime.${name}`,
      lambda(body, scope) {
        lambdas += 1;
        const names = new Map(Object.keys(scope).map((name, index) => [name, `e${lambdas}_${index}`]));
        const typeOfElement = makeTypeOf(scope);
        const emitElement = makeEmitter(
          typeOfElement,
          (name) => names.get(name) ?? unknownName(name),
          new Tables(typeOfElement, worthwhile),
        );
        return `((${[...names.values()].join(', ')}) => ${emitElement(body)})`;
      },
    };
    function emit(node: ExpressionNode): string {
      switch (node.kind) {
        case 'literal':
          return encodeLiteral(node.value);
        case 'list':
          return `[${node.items.map(emit).join(', ')}]`;
        case 'record':
          // Plain data has no type, so no checked expression holds any.
          return 'null';
        case 'variable':
          return nameOf(node.name);
        case 'operation': {
          const table = tables.tableOf(node);
          return table?.kind === 'values'
            ? emitTable(table, tableSource)
            : knownOperator(node.operator).javascript(node, context);
        }
      }
    }
    return emit;
  };
  const nameOf = (name: string) => `v${layout.slotOf(name)}`;
  const tables = new Tables(layout.typeOf, worthwhile);
  const steps = liveSteps(layout, tables);
  const emit = makeEmitter(layout.typeOf, nameOf, tables);
  const lines = layout.inputs.map(({ name, slot, declaration }) => {
    const own = `v${slot}`;
    const raw = name.includes('.')
      ? `runtime.findValue(values, ${encodeLiteral(name)})`
      : `values[${encodeLiteral(name)}]`;
    const plain = isPlain[declaration.type]?.(own);
    // What is simply not there costs no call either.
    const other =
      declaration.default === undefined
        ? `${own} == null ? null : read[${slot}](${own})`
        : `read[${slot}](${own})`;
    const reads =
      plain === undefined
        ? `const ${own} = read[${slot}](${raw});`
        : `let ${own} = ${raw}; if (!(${plain})) ${own} = ${other};`;
    return declaration.nullable
      ? reads
      : `${reads} if (${own} === null) runtime.refuseMissing(${encodeLiteral(name)});`;
  });
  for (const { name, expression } of steps) lines.push(`const ${nameOf(name)} = ${emit(expression)};`);
  const result = (part: ProgramShape[string]): string => {
    if (part === null) return 'null';
    if (typeof part === 'string') return nameOf(part);
    const properties = Object.entries(part).map(([key, each]) => {
      const name = encodeLiteral(key);
      // A computed key defines a plain property also where it would otherwise set the prototype.
      return `${key === '__proto__' ? `[${name}]` : name}: ${result(each)}`;
    });
    return `{ ${properties.join(', ')} }`;
  };
  // In brackets the engine compiles it at once instead of reading it twice.
  const body = `${lines.join('\n')}\nreturn ${result(shape)};`;
  return { source: `"use strict";\nreturn (function (values) {\n${body}\n});`, constants };
}
