import { substring } from '../../substring.js';
import { compareText } from '../../text-order.js';
import { emitProgram } from './emit.js';
import { findValue, inputReader, type InputReader } from './input-reader.js';
import {
  layOut,
  refuseMissing,
  type CompiledProgram,
  type CompiledValue,
  type Program,
  type ProgramLayout,
  type ProgramOptions,
} from './program.js';

const runtime = Object.freeze({ compareText, substring, findValue, refuseMissing });

function make(layout: ProgramLayout, single: boolean): unknown {
  const readers = layout.inputs.map(({ declaration }) => inputReader(declaration));
  // oxlint-disable-next-line no-new-func -- the one place where code is generated; see emit.ts for what it is made of
  const maker = new Function('runtime', 'read', emitProgram(layout, single)) as (
    helpers: typeof runtime,
    read: readonly InputReader[],
  ) => unknown;
  return maker(runtime, readers);
}

/**
 * Compiles a program into one generated function that reads each input once.
 * Use {@link interpretProgram} where a content security policy forbids generated code.
 * @throws ExpressionError `DUPLICATE_NAME`, `UNKNOWN_NAME`, `UNTYPED` for a program that was not checked
 * @since 0.1.0
 */
export function compileJavaScript(program: Program, options: ProgramOptions = {}): CompiledProgram {
  return make(layOut(program, options), false) as CompiledProgram;
}

/**
 * Compiles what one step needs into a generated function that gives its value: no object is made, and no other step computed.
 * @throws ExpressionError as {@link compileJavaScript}
 * @since 0.1.0
 */
export function compileJavaScriptValue(program: Program, name: string): CompiledValue {
  return make(layOut(program, { outputs: [name] }), true) as CompiledValue;
}
