import {
  compileJavaScript,
  interpretProgram,
  operation,
  writeOutMissing,
  type InputDeclaration,
  type Scalar,
} from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { CompileOptions } from '../lowering/compile-document.js';
import { lowerDocument } from '../lowering/lower-document.js';
import { sensitivitiesOf, type Sensitivity } from './sensitivity.js';

/** Values of one subject, changed as a search goes on. */
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

const tierStep = ' tier';
const probeStep = (index: number): string => ` probe ${index}`;

/** Sides nearer than this are equal: doubles and decimals differ by no more, see docs/expression-semantics.md. */
function margin(value: number): number {
  return Math.max(7.3e-10, 4e-15 * Math.abs(value));
}

/** @throws ModelError `INVALID_DOCUMENT` */
export function probeOf(document: ModelDocument, { generateCode = true }: CompileOptions = {}): SubjectProbe {
  const lowered = lowerDocument(document);
  const { dimensions, compared } = sensitivitiesOf(lowered);
  const declared = lowered.nodes.map(({ id, type, nullable }) => [id, { type, nullable }] as const);
  const environment: Readonly<Record<string, InputDeclaration>> = {
    ...lowered.inputs,
    ...Object.fromEntries(declared),
  };
  const steps = lowered.nodes.map((node) => ({ name: node.id, expression: node.expression }));
  const compile = generateCode ? compileJavaScript : interpretProgram;
  const tier = compile({
    inputs: lowered.inputs,
    steps: [...steps, { name: tierStep, expression: lowered.tier }],
  });
  const probes = compared.flatMap(({ left, right }, index) => [
    { name: `${probeStep(index)} difference`, expression: operation('-', [left, right]) },
    { name: `${probeStep(index)} right`, expression: right },
  ]);
  const differences = compile({
    inputs: lowered.inputs,
    steps: [
      ...steps,
      ...probes.map(({ name, expression }) => ({
        name,
        expression: writeOutMissing(expression, environment),
      })),
    ],
  });
  const defaults = document.nodes.flatMap((node) =>
    node.kind === 'dimension' && node.missing.policy === 'default'
      ? [[node.id, node.missing.value] as const]
      : [],
  );
  const withDefaults = (values: Values): Values => {
    const missing = defaults.filter(
      ([id]) => values[id] === undefined || values[id] === null || values[id] === '',
    );
    return missing.length === 0 ? values : { ...values, ...Object.fromEntries(missing) };
  };
  let evaluations = 0;
  return {
    sensitivities: dimensions,
    get evaluations() {
      return evaluations;
    },
    tierOf(values) {
      evaluations += 1;
      return String(tier(withDefaults(values))[tierStep]);
    },
    signatureOf(values) {
      evaluations += 1;
      const results = differences(withDefaults(values));
      let signature = '';
      for (let index = 0; index < compared.length; index++) {
        const difference = results[`${probeStep(index)} difference`];
        if (difference === null || difference === undefined) signature += '?';
        else {
          const right = Number(results[`${probeStep(index)} right`] ?? 0);
          const isEqual = Math.abs(Number(difference)) <= margin(right);
          signature += isEqual ? '=' : Number(difference) < 0 ? '<' : '>';
        }
      }
      return signature;
    },
  };
}
