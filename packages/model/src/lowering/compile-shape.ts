import { compileJavaScript, interpretProgram, type Program, type Scalar } from '@terrace/expression';
import type { SubjectValues } from './subject-values.js';

/** The object that is wanted of a program: names of steps in its places; null stays null. */
export interface Shape {
  readonly [key: string]: string | null | Shape;
}

function leavesOf(shape: Shape): string[] {
  return Object.values(shape).flatMap((part) => {
    if (part === null) return [];
    return typeof part === 'string' ? [part] : leavesOf(part);
  });
}

type Fill = (results: Readonly<Record<string, Scalar>>) => unknown;

function fillOf(shape: Shape): Fill {
  const parts = Object.entries(shape).map(([key, part]): [string, string | null, Fill | null] =>
    part === null || typeof part === 'string' ? [key, part, null] : [key, null, fillOf(part)],
  );
  return (results) => {
    const filled: Record<string, unknown> = {};
    for (const [key, step, fill] of parts)
      filled[key] = fill === null ? (step === null ? null : results[step]) : fill(results);
    return filled;
  };
}

/** Compiles `program` to a function that gives its results in `shape`. */
export function compileShape<Result>(
  program: Program,
  shape: Shape,
  generateCode: boolean,
): (values: SubjectValues) => Result {
  const options = { outputs: [...new Set(leavesOf(shape))] };
  const run = generateCode ? compileJavaScript(program, options) : interpretProgram(program, options);
  const fill = fillOf(shape);
  return (values) => fill(run(values)) as Result;
}
