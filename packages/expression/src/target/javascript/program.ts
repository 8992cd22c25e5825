import type { ExpressionNode } from '../../ast/expression-node.js';
import { makeTypeOf } from '../../checker/typer.js';
import { ExpressionError } from '../../issue.js';
import type { Typed } from '../../operator/operator.js';
import type { InputDeclarations, Scalar } from '../../value-type.js';

/** A named expression of a program. @since 0.1.0 */
export interface ProgramStep {
  readonly name: string;
  /** Total, as `writeOutMissing` gives it, over inputs and the names of earlier steps. */
  readonly expression: ExpressionNode;
}

/** Named expressions in the order they are computed, each over the inputs and the names before it. @since 0.1.0 */
export interface Program {
  readonly inputs: InputDeclarations;
  readonly steps: readonly ProgramStep[];
}

/**
 * Computes every step for one subject. Inputs that are absent, null or `''` are missing; numbers may be texts.
 * @throws ExpressionError `MISSING_VALUE` when an input declared never missing is
 * @since 0.1.0
 */
export type CompiledProgram = (values: Readonly<Record<string, unknown>>) => Record<string, Scalar>;

/** A program laid out: every name has one slot, inputs that are used first. */
export interface ProgramLayout {
  readonly inputs: readonly { readonly name: string; readonly slot: number }[];
  readonly slotOf: (name: string) => number;
  readonly typeOf: (node: ExpressionNode) => Typed;
}

/** Gives every name a slot, and every step's type to those after it. */
export function layOut(program: Program): ProgramLayout {
  const declarations: Record<string, InputDeclarations[string]> = Object.assign(
    Object.create(null) as object,
    program.inputs,
  );
  const slots = new Map<string, number>();
  const inputs = Object.keys(program.inputs).map((name, slot) => {
    slots.set(name, slot);
    return { name, slot };
  });
  const typeOf = makeTypeOf(declarations);
  for (const { name, expression } of program.steps) {
    if (slots.has(name))
      throw new ExpressionError('DUPLICATE_NAME', `the program has two values named "${name}"`);
    const { type, nullable } = typeOf(expression);
    slots.set(name, slots.size);
    // A constant null has no type of its own; any does, since nothing can be compared with it.
    if (type === 'unknown') throw new ExpressionError('UNTYPED', `"${name}" has no type; check it first`);
    declarations[name] = { type: type === 'list' ? 'boolean' : type === 'null' ? 'text' : type, nullable };
  }
  return {
    inputs,
    typeOf,
    slotOf(name) {
      const slot = slots.get(name);
      if (slot === undefined)
        throw new ExpressionError('UNKNOWN_NAME', `the program has no value named "${name}"`);
      return slot;
    },
  };
}

/** What a compiled program does when an input declared never missing is missing. */
export function refuseMissing(name: string): never {
  throw new ExpressionError('MISSING_VALUE', `"${name}" is declared never missing and has no value`);
}
