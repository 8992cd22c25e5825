import type { ExpressionNode } from '../../ast/expression-node.js';
import { variable } from '../../ast/variable-node.js';
import { makeTypeOf } from '../../checker/typer.js';
import type { Branches, JavaScriptContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import type { Scalar, ValueType } from '../../value-type.js';
import { liveSteps } from '../table/live-steps.js';
import { Tables, type TableUse } from '../table/tables.js';
import { FlowWriter } from './emit-flow.js';
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

/** Variables of a table; a table of more asks for all of them where a chain of branches would have come to its end with a few. */
const maxVariables = 6;

/** A table of values stands for a chain of branches, not for a test that is as short itself. */
const worthwhile: TableUse = {
  chainsOnly: true,
  takes: (table) =>
    table.kind === 'values' && table.values.length > 3 && table.variables.length <= maxVariables,
};

/** Branches to follow with statements; null where a table stands for them. */
function branchesToFollow(node: ExpressionNode, tables: Tables): Branches | null {
  if (node.kind !== 'operation') return null;
  return tables.tableOf(node) === null ? (knownOperator(node.operator).branches?.(node) ?? null) : null;
}

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
  let used = new Set<string>();
  const ownName = (name: string): string => `v${layout.slotOf(name)}`;
  const nameOf = (name: string): string => {
    used.add(name);
    return ownName(name);
  };
  const takeNames = (): ReadonlySet<string> => {
    const taken = used;
    used = new Set();
    return taken;
  };
  const tables = new Tables(layout.typeOf, worthwhile);
  const steps = liveSteps(layout, tables);
  const emit = makeEmitter(layout.typeOf, nameOf, tables);
  const inputs = new Map(layout.inputs.map((input) => [input.name, input]));
  const readOf = ({ name, slot, declaration }: ProgramLayout['inputs'][number]): string => {
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
        ? `${own} = read[${slot}](${raw});`
        : `${own} = ${raw}; if (!(${plain})) ${own} = ${other};`;
    return declaration.nullable
      ? reads
      : `${reads} if (${own} === null) runtime.refuseMissing(${encodeLiteral(name)});`;
  };
  const last = steps.at(-1);
  const flow = last !== undefined && last.name === shape ? branchesToFollow(last.expression, tables) : null;
  const computed = (flow === null ? steps : steps.slice(0, -1)).map(
    ({ name, expression }) => `const ${ownName(name)} = ${emit(expression)};`,
  );
  // Where the result is found by following branches, only what must be there anyway is read before.
  const early = takeNames();
  const isEarly = ({ name, declaration }: ProgramLayout['inputs'][number]): boolean =>
    flow === null || early.has(name) || !declaration.nullable;
  const lines = layout.inputs.filter(isEarly).map((input) => `let ${readOf(input)}`);
  lines.push(...computed);
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
  if (flow === null) lines.push(`return ${result(shape)};`);
  else {
    const writer = new FlowWriter(
      {
        emit,
        nameOf,
        takeNames,
        branchesOf: (node) => branchesToFollow(node, tables),
        isInput: (name) => inputs.has(name),
        read: (name) => readOf(inputs.get(name) ?? unknownName(name)),
      },
      layout.inputs.filter(isEarly).map(({ name }) => name),
    );
    const statements = writer.branches(flow);
    if (writer.inputs.size > 0) lines.push(`let ${[...writer.inputs].map(ownName).join(', ')};`);
    lines.push(statements);
  }
  // In brackets the engine compiles it at once instead of reading it twice.
  return { source: `"use strict";\nreturn (function (values) {\n${lines.join('\n')}\n});`, constants };
}
