import { emitProgram } from './emit.js';
import { refuseMissing, type CompiledProgram, type Program } from './program.js';
import { compareText } from '../../text-order.js';
import { readInput } from './runtime.js';

const runtime = Object.freeze({ compareText, readInput, refuseMissing });

/**
 * Compiles a program into one generated function that reads each input once.
 * Use {@link interpretProgram} where a content security policy forbids generated code.
 * @throws ExpressionError `DUPLICATE_NAME`, `UNKNOWN_NAME`, `UNTYPED` for a program that was not checked
 * @since 0.1.0
 */
export function compileJavaScript(program: Program): CompiledProgram {
  // oxlint-disable-next-line no-new-func -- the one place where code is generated; see emit.ts for what it is made of
  const make = new Function('runtime', emitProgram(program)) as (helpers: typeof runtime) => CompiledProgram;
  return make(runtime);
}
