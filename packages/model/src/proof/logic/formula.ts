import type { AtomSet } from './atom-set.js';
import type { Box } from '../space/box.js';

/** Something that is decided over a box by looking at several dimensions at once, or not at all short of a single subject. */
export interface OpenTest {
  /** Indexes of the axes it looks at. */
  readonly axes: readonly number[];
  /** 1: true everywhere in the box, 0: false everywhere, -1: not known. Never -1 for a single subject. */
  decide(box: Box): -1 | 0 | 1;
}

/**
 * A condition that is true or false for every subject: what is unknown was settled while it was made (`compile.ts`). `choose` is a
 * list of tests of which the first that holds says which value counts.
 */
export type Formula =
  | boolean
  | { readonly kind: 'in'; readonly axis: number; readonly set: AtomSet }
  | { readonly kind: 'open'; readonly test: OpenTest }
  | { readonly kind: 'not'; readonly operand: Formula }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Formula[] }
  | {
      readonly kind: 'choose';
      readonly tests: readonly Formula[];
      readonly values: readonly Formula[];
      readonly otherwise: Formula;
    };

export function not(operand: Formula): Formula {
  if (typeof operand === 'boolean') return !operand;
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
}

function join(kind: 'and' | 'or', given: readonly Formula[]): Formula {
  const deciding = kind === 'or';
  const operands: Formula[] = [];
  for (const each of given) {
    if (each === deciding) return deciding;
    if (typeof each === 'boolean') continue;
    if (each.kind === kind) operands.push(...each.operands);
    else operands.push(each);
  }
  const [first] = operands;
  if (first === undefined) return !deciding;
  return operands.length === 1 ? first : { kind, operands };
}

export function and(operands: readonly Formula[]): Formula {
  return join('and', operands);
}

export function or(operands: readonly Formula[]): Formula {
  return join('or', operands);
}

export function choose(tests: readonly Formula[], values: readonly Formula[], otherwise: Formula): Formula {
  const keptTests: Formula[] = [];
  const keptValues: Formula[] = [];
  let last = otherwise;
  for (let index = 0; index < tests.length; index += 1) {
    const test = tests[index] ?? false;
    const value = values[index] ?? false;
    if (test === false) continue;
    if (test === true) {
      last = value;
      break;
    }
    keptTests.push(test);
    keptValues.push(value);
  }
  // Choices at the end that agree with the rest decide nothing.
  while (keptValues.length > 0 && keptValues.at(-1) === last && typeof last === 'boolean') {
    keptTests.pop();
    keptValues.pop();
  }
  if (keptTests.length === 0) return last;
  return { kind: 'choose', tests: keptTests, values: keptValues, otherwise: last };
}
