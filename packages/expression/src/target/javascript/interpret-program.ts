import type { ExpressionNode } from '../../ast/expression-node.js';
import type { Closure, ClosureContext } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import type { Scalar } from '../../value-type.js';
import { layOut, refuseMissing, type CompiledProgram, type Program } from './program.js';
import { readInput } from './runtime.js';

/** Sets a plain property, also one called `__proto__`, which an assignment would take for the prototype. */
function define(result: Record<string, Scalar>, name: string, value: Scalar): void {
  if (name === '__proto__')
    Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
  else result[name] = value;
}

/**
 * Composes a program out of closures, without generating code. The results are those of {@link compileJavaScript}.
 * @throws ExpressionError as there
 * @since 0.1.0
 */
export function interpretProgram(program: Program): CompiledProgram {
  const layout = layOut(program);
  const context: ClosureContext = { typeOf: layout.typeOf, compose, slotOf: layout.slotOf };
  function compose(node: ExpressionNode): Closure {
    switch (node.kind) {
      case 'literal': {
        const { value } = node;
        return () => value;
      }
      case 'list':
        // Only `in` holds a list, and reads it itself.
        return () => null;
      case 'variable': {
        const slot = layout.slotOf(node.name);
        return (slots) => slots[slot] ?? null;
      }
      case 'operation':
        return knownOperator(node.operator).closure(node, context);
    }
  }
  const inputs = layout.inputs.map(({ name, slot }) => ({
    name,
    slot,
    declaration: program.inputs[name] ?? { type: 'number' as const, nullable: true },
  }));
  const steps = program.steps.map(({ name, expression }) => ({
    name,
    slot: layout.slotOf(name),
    compute: compose(expression),
  }));
  const blank: Scalar[] = [...inputs, ...steps].map(() => null);
  return (values) => {
    const slots = blank.slice();
    for (const { name, slot, declaration } of inputs) {
      const value = readInput(values[name], declaration.type);
      if (value === null && !declaration.nullable) refuseMissing(name);
      slots[slot] = value;
    }
    const result: Record<string, Scalar> = {};
    for (const { name, slot, compute } of steps) {
      const value = compute(slots);
      slots[slot] = value;
      define(result, name, value);
    }
    return result;
  };
}
