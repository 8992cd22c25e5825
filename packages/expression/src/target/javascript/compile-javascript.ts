import { substring } from '../../substring.js';
import { compareText } from '../../text-order.js';
import { emitProgram } from './emit.js';
import { findValue, inputReader, type InputReader } from './input-reader.js';
import {
  layOut,
  namesInShape,
  refuseMissing,
  type CompiledProgram,
  type CompiledShape,
  type CompiledValue,
  type Program,
  type ProgramLayout,
  type ProgramOptions,
  type ProgramShape,
} from './program.js';

const runtime = Object.freeze({ compareText, substring, findValue, refuseMissing });

function make(layout: ProgramLayout, shape: string | ProgramShape): unknown {
  const readers = layout.inputs.map(({ declaration }) => inputReader(declaration));
  const { source, constants } = emitProgram(layout, shape);
  // oxlint-disable-next-line no-new-func -- the one place where code is generated; see emit.ts for what it is made of
  const maker = new Function('runtime', 'read', 'constants', source) as (
    helpers: typeof runtime,
    read: readonly InputReader[],
    constants: readonly object[],
  ) => unknown;
  return maker(runtime, readers, constants);
}

/**
 * Compiles a program into one generated function that reads each input once.
 * Use {@link interpretProgram} where a content security policy forbids generated code.
 * @returns a function from a subject's inputs to the values of `outputs` by name; null is missing, a condition is never null
 * @throws ExpressionError `DUPLICATE_NAME`, `UNKNOWN_NAME`, `UNTYPED` for a program that was not checked
 * @since 0.1.0
 */
export function compileJavaScript(program: Program, options: ProgramOptions = {}): CompiledProgram {
  const layout = layOut(program, options);
  const shape = Object.fromEntries(layout.outputs.map((name) => [name, name]));
  return make(layout, shape) as CompiledProgram;
}

/**
 * Compiles what one step needs into a generated function that gives its value: no object is made, and no other step computed.
 * @throws ExpressionError as {@link compileJavaScript}
 * @since 0.1.0
 */
export function compileJavaScriptValue(program: Program, name: string): CompiledValue {
  return make(layOut(program, { outputs: [name] }), name) as CompiledValue;
}

/**
 * Compiles what a shape needs into a generated function that gives an object of that shape.
 * @throws ExpressionError as {@link compileJavaScript}
 * @example
 * const explain = compileJavaScriptShape(program, { tier: 'tier', because: { recency: 'recency_score', rule: null } });
 * @since 0.1.0
 */
export function compileJavaScriptShape(program: Program, shape: ProgramShape): CompiledShape {
  return make(layOut(program, { outputs: namesInShape(shape) }), shape) as CompiledShape;
}
