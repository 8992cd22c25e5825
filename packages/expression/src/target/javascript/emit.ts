import type { ExpressionNode } from '../../ast/expression-node.js';
import type { JavaScriptContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import type { Scalar } from '../../value-type.js';
import { layOut, type Program } from './program.js';

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

/** The body of a function of `values` and `runtime` that computes `program`. */
export function emitProgram(program: Program): string {
  const layout = layOut(program);
  const nameOf = (name: string) => `v${layout.slotOf(name)}`;
  const context: JavaScriptContext = {
    typeOf: layout.typeOf,
    emit,
    isMissing: (name) => `${nameOf(name)} === null`,
    helper: (name) => `runtime.${name}`,
  };
  function emit(node: ExpressionNode): string {
    switch (node.kind) {
      case 'literal':
        return encodeLiteral(node.value);
      case 'list':
        return `[${node.items.map(emit).join(', ')}]`;
      case 'variable':
        return nameOf(node.name);
      case 'operation':
        return knownOperator(node.operator).javascript(node, context);
    }
  }
  const lines = layout.inputs.map(({ name, slot }) => {
    const { type, nullable } = program.inputs[name] ?? { type: 'number', nullable: true };
    const raw = `values[${encodeLiteral(name)}]`;
    const read =
      type === 'number'
        ? // The common case inline: a finite number minus itself is 0, NaN and the infinities give NaN.
          `let v${slot} = ${raw}; if (typeof v${slot} !== "number" || v${slot} - v${slot} !== 0) v${slot} = runtime.readInput(v${slot}, "number");`
        : `const v${slot} = runtime.readInput(${raw}, ${encodeLiteral(type)});`;
    return nullable ? read : `${read} if (v${slot} === null) runtime.refuseMissing(${encodeLiteral(name)});`;
  });
  for (const { name, expression } of program.steps)
    lines.push(`const ${nameOf(name)} = ${emit(expression)};`);
  // Computed keys define plain properties even for names such as __proto__.
  const result = program.steps.map(({ name }) => `[${encodeLiteral(name)}]: ${nameOf(name)}`);
  return `"use strict";\nreturn function (values) {\n${lines.join('\n')}\nreturn { ${result.join(', ')} };\n};`;
}
