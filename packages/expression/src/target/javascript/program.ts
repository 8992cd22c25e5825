import type { ExpressionNode } from '../../ast/expression-node.js';
import { variablesOf } from '../../ast/variables-of.js';
import { declarationFor } from '../../checker/declared-type.js';
import { makeTypeOf } from '../../checker/typer.js';
import { ExpressionError } from '../../issue.js';
import type { Typed } from '../../operator/operator.js';
import type { InputDeclaration, InputDeclarations, Scalar } from '../../value-type.js';
import { inlineConditions } from './inline-conditions.js';

/** A named expression of a program. @since 0.1.0 */
export interface ProgramStep {
  readonly name: string;
  /** Total, as `writeOutMissing` gives it, over inputs and the names of earlier steps. */
  readonly expression: ExpressionNode;
  /** What is known of its value; found out when absent. */
  readonly declaration?: InputDeclaration;
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

/** Computes one step for one subject; as {@link CompiledProgram} otherwise. @since 0.1.0 */
export type CompiledValue = (values: Readonly<Record<string, unknown>>) => Scalar;

/** An object to be made of a program's results: names of steps in its places; null stays null. @since 0.1.0 */
export interface ProgramShape {
  readonly [key: string]: string | null | ProgramShape;
}

/** Computes a program for one subject in a shape of its own; as {@link CompiledProgram} otherwise. @since 0.1.0 */
export type CompiledShape = (values: Readonly<Record<string, unknown>>) => unknown;

/** The names in a shape, each once. */
export function namesInShape(shape: ProgramShape): string[] {
  const names = Object.values(shape).flatMap((part) => {
    if (part === null) return [];
    return typeof part === 'string' ? [part] : namesInShape(part);
  });
  return [...new Set(names)];
}

/** How to compile a program. @since 0.1.0 */
export interface ProgramOptions {
  /**
   * Names of the steps whose values are wanted, in the order of the result; all when absent. What none of them uses is neither read nor
   * computed.
   */
  readonly outputs?: readonly string[];
}

/** A program laid out: every name has one slot, inputs that are used first. */
export interface ProgramLayout {
  readonly inputs: readonly {
    readonly name: string;
    readonly slot: number;
    readonly declaration: InputDeclaration;
  }[];
  readonly steps: readonly ProgramStep[];
  readonly outputs: readonly string[];
  readonly slotOf: (name: string) => number;
  readonly typeOf: (node: ExpressionNode) => Typed;
  /** Whether the step of this name is a condition. */
  readonly isCondition: (name: string) => boolean;
}

/** The names that `outputs` rest on, themselves included. */
function usedNames(program: Program, outputs: readonly string[]): ReadonlySet<string> {
  const used = new Set(outputs);
  for (const { name, expression } of program.steps.toReversed())
    if (used.has(name)) for (const each of variablesOf(expression)) used.add(each);
  return used;
}

function foundDeclaration(name: string, typed: Typed): InputDeclaration {
  if (typed.type === 'unknown') throw new ExpressionError('UNTYPED', `"${name}" has no type; check it first`);
  // A constant null has no type of its own; any does, since nothing can be compared with it.
  return declarationFor(typed);
}

/** Gives every name a slot, and every step's type to those after it. */
export function layOut(program: Program, options: ProgramOptions = {}): ProgramLayout {
  const declarations: Record<string, InputDeclaration> = Object.assign(
    Object.create(null) as object,
    program.inputs,
  );
  const outputs = options.outputs ?? program.steps.map((step) => step.name);
  const used = options.outputs === undefined ? null : usedNames(program, outputs);
  const slots = new Map<string, number>();
  const inputs: { name: string; slot: number; declaration: InputDeclaration }[] = [];
  for (const [name, declaration] of Object.entries(program.inputs)) {
    if (used !== null && !used.has(name)) continue;
    inputs.push({ name, slot: slots.size, declaration });
    slots.set(name, slots.size);
  }
  const steps = used === null ? program.steps : program.steps.filter((step) => used.has(step.name));
  const typeOf = makeTypeOf(declarations);
  for (const { name, expression, declaration } of steps) {
    if (slots.has(name))
      throw new ExpressionError('DUPLICATE_NAME', `the program has two values named "${name}"`);
    slots.set(name, slots.size);
    declarations[name] = declaration ?? foundDeclaration(name, typeOf(expression));
  }
  const slotOf = (name: string): number => slots.get(name) ?? unknownName(name);
  outputs.forEach(slotOf);
  const isCondition = (name: string): boolean => declarations[name]?.type === 'boolean';
  return {
    inputs,
    steps: used === null ? steps : inlineConditions(steps, outputs, isCondition),
    outputs,
    typeOf,
    isCondition,
    slotOf,
  };
}

/** What laying out does with a name that is neither an input nor an earlier step. */
export function unknownName(name: string): never {
  throw new ExpressionError('UNKNOWN_NAME', `the program has no value named "${name}"`);
}

/** What a compiled program does when an input declared never missing is missing. */
export function refuseMissing(name: string): never {
  throw new ExpressionError('MISSING_VALUE', `"${name}" is declared never missing and has no value`);
}
