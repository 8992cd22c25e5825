import {
  compileJavaScript,
  interpretProgram,
  operation,
  writeOutMissing,
  type Scalar,
} from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { compileDocument, type CompileOptions } from '../lowering/compile-document.js';
import { environmentOf, lowerDocument } from '../lowering/lower-document.js';
import { plainProgram } from '../lowering/trace-program.js';
import { sensitivitiesOf, type Sensitivity } from './sensitivity.js';

/** Values of one subject, changed as a search goes on; `previous.*` under their dotted names. */
export type Values = Record<string, Scalar | undefined>;

/** A model compiled for searching: what tier, and which way each comparison of computed values goes. */
export interface SubjectProbe {
  /** How the model looks at every dimension that its tier rests on. */
  readonly sensitivities: ReadonlyMap<string, Sensitivity>;
  tierOf(values: Values): string;
  /** Two subjects with the same text are treated the same by every comparison of computed values. */
  signatureOf(values: Values): string;
  /** How many subjects were evaluated so far. */
  readonly evaluations: number;
}

const differenceStep = (index: number): string => ` difference ${index}`;
const rightStep = (index: number): string => ` right ${index}`;

/** Sides nearer than this are equal: doubles and decimals differ by no more, see docs/expression-semantics.md. */
function margin(value: number): number {
  return Math.max(7.3e-10, 4e-15 * Math.abs(value));
}

/** @throws ModelError `INVALID_DOCUMENT` */
export function probeOf(document: ModelDocument, options: CompileOptions = {}): SubjectProbe {
  const lowered = lowerDocument(document);
  const { dimensions, compared } = sensitivitiesOf(lowered);
  const environment = environmentOf(lowered);
  const { tierOf } = compileDocument(document, options);
  const plain = plainProgram(document, lowered);
  const compile = options.generateCode === false ? interpretProgram : compileJavaScript;
  const sides = compile({
    inputs: plain.inputs,
    steps: [
      ...plain.steps,
      ...compared.flatMap(({ left, right }, index) => [
        {
          name: differenceStep(index),
          expression: writeOutMissing(operation('-', [left, right]), environment),
        },
        { name: rightStep(index), expression: writeOutMissing(right, environment) },
      ]),
    ],
  });
  let evaluations = 0;
  return {
    sensitivities: dimensions,
    get evaluations() {
      return evaluations;
    },
    tierOf(values) {
      evaluations += 1;
      return tierOf(values);
    },
    signatureOf(values) {
      evaluations += 1;
      const results = sides(values);
      return compared
        .map((_, index) => {
          const difference = results[differenceStep(index)];
          if (difference === null || difference === undefined) return '?';
          const isEqual = Math.abs(Number(difference)) <= margin(Number(results[rightStep(index)] ?? 0));
          return isEqual ? '=' : Number(difference) < 0 ? '<' : '>';
        })
        .join('');
    },
  };
}
