import type { Scalar, Value } from '../../value-type.js';
import { makeComposer } from '../closures/make-composer.js';
import { directTable } from '../closures/direct-table.js';
import { subjectReader } from '../closures/subject-reader.js';
import { liveSteps } from '../table/live-steps.js';
import { Tables } from '../table/tables.js';
import {
  layOut,
  namesInShape,
  type CompiledProgram,
  type CompiledShape,
  type CompiledValue,
  type Program,
  type ProgramLayout,
  type ProgramOptions,
  type ProgramShape,
} from './program.js';

/** Sets a plain property, also one called `__proto__`, which an assignment would take for the prototype. */
function define(result: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
  else result[name] = value;
}

/** Composes a layout into one function that fills the slots of a subject. */
function composeSlots(
  layout: ProgramLayout,
  tables = new Tables(layout.typeOf),
): (values: Readonly<Record<string, unknown>>) => Value[] {
  const compose = makeComposer(layout.typeOf, layout.slotOf, tables);
  const read = subjectReader(layout.inputs);
  const steps = liveSteps(layout, tables).map(({ name, expression }) => ({
    slot: layout.slotOf(name),
    compute: compose(expression),
  }));
  const blank: Value[] = [...layout.inputs, ...layout.steps].map(() => null);
  return (values) => {
    const slots = blank.slice();
    read(values, slots);
    for (const step of steps) slots[step.slot] = step.compute(slots);
    return slots;
  };
}

/** Makes the objects of a shape out of slots. */
function composeShape(
  shape: ProgramShape,
  slotOf: (name: string) => number,
): (slots: readonly Value[]) => unknown {
  const parts = Object.entries(shape).map(([key, part]) => {
    if (part === null) return { key, slot: -1, inner: null };
    return typeof part === 'string'
      ? { key, slot: slotOf(part), inner: null }
      : { key, slot: -1, inner: composeShape(part, slotOf) };
  });
  return (slots) => {
    const result: Record<string, unknown> = {};
    for (const { key, slot, inner } of parts)
      define(result, key, inner === null ? (slots[slot] ?? null) : inner(slots));
    return result;
  };
}

function composeProgram(layout: ProgramLayout, shape: ProgramShape): CompiledShape {
  const fill = composeSlots(layout);
  const make = composeShape(shape, layout.slotOf);
  return (values) => make(fill(values));
}

/**
 * Composes a program out of closures, without generating code. The results are those of {@link compileJavaScript}.
 * @throws ExpressionError as there
 * @since 0.1.0
 */
export function interpretProgram(program: Program, options: ProgramOptions = {}): CompiledProgram {
  const layout = layOut(program, options);
  const shape = Object.fromEntries(layout.outputs.map((name) => [name, name]));
  return composeProgram(layout, shape) as CompiledProgram;
}

/**
 * Composes what a shape needs, without generating code; the function gives an object of that shape.
 * @throws ExpressionError as {@link compileJavaScript}
 * @since 0.1.0
 */
export function interpretShape(program: Program, shape: ProgramShape): CompiledShape {
  return composeProgram(layOut(program, { outputs: namesInShape(shape) }), shape);
}

/**
 * Composes what one step needs, without generating code; the function gives the value of that step alone.
 * @throws ExpressionError as {@link compileJavaScript}
 * @since 0.1.0
 */
export function interpretValue(program: Program, name: string): CompiledValue {
  const layout = layOut(program, { outputs: [name] });
  const tables = new Tables(layout.typeOf);
  const [only, ...others] = liveSteps(layout, tables);
  if (only?.expression.kind === 'operation' && others.length === 0) {
    const table = tables.tableOf(only.expression);
    const direct = table?.kind === 'values' ? directTable(table, layout.inputs) : null;
    if (direct !== null) return direct;
  }
  const fill = composeSlots(layout, tables);
  const slot = layout.slotOf(name);
  return (values) => (fill(values)[slot] ?? null) as Scalar;
}
