import type { ExpressionNode } from '../ast/expression-node.js';
import type { VariableNode } from '../ast/variable-node.js';
import type { Scalar } from '../value-type.js';
import type { Typed } from './operator.js';

/** A value at which the answer of a test can change. */
export interface Turn {
  /** `from`: from the value on; `after`: from the next one on; `point`: at that value alone. */
  readonly kind: 'from' | 'after' | 'point';
  readonly value: number | string | boolean;
}

/**
 * A test that rests on one variable and literals alone, such as `x < 5`: its answer is the same for all values between two
 * turns. Targets make tables of such tests instead of asking one after the other.
 */
export interface VariableTest {
  readonly name: string;
  readonly turns: readonly Turn[];
  /** The answer for a value; null is missing. */
  holds(value: Scalar): boolean;
}

/** Tests all of which hold. */
export type TestTerm = readonly VariableTest[];

/** What an operator sees when it is asked for the tests it consists of. */
export interface TestContext {
  typeOf(node: ExpressionNode): Typed;
  /** The tests of an operand, as {@link Operator.tests} gives them. */
  testsOf(node: ExpressionNode, polarity: boolean): readonly TestTerm[] | null;
}

/** Terms one node may have, and tests one term; past that a table costs more than the tests. */
const maxTerms = 64;
const maxTests = 64;

/** For parts that are terms already. */
export const asTerms = (part: readonly TestTerm[] | null): readonly TestTerm[] | null => part;

/** Terms that hold where those of one of `parts` do. No more parts are asked than it takes to see that there are too many. */
export function eitherTerms<Part>(
  parts: readonly Part[],
  termsOf: (part: Part) => readonly TestTerm[] | null,
): readonly TestTerm[] | null {
  const terms: TestTerm[] = [];
  for (const each of parts) {
    const part = termsOf(each);
    if (part === null || terms.length + part.length > maxTerms) return null;
    terms.push(...part);
  }
  return terms;
}

/** Terms that hold where those of all of `parts` do; as {@link eitherTerms} otherwise. */
export function allTerms<Part>(
  parts: readonly Part[],
  termsOf: (part: Part) => readonly TestTerm[] | null,
): readonly TestTerm[] | null {
  let terms: readonly TestTerm[] = [[]];
  for (const each of parts) {
    const part = termsOf(each);
    if (part === null || terms.length * part.length > maxTerms) return null;
    if (part.length === 1 && part[0]?.length === 0) continue;
    if (terms.length === 1 && terms[0]?.length === 0) {
      terms = part;
      continue;
    }
    const both: TestTerm[] = [];
    for (const term of terms)
      for (const other of part) {
        if (term.length + other.length > maxTests) return null;
        both.push([...term, ...other]);
      }
    terms = both;
  }
  return terms;
}

/** The test whether a variable has a value, or has none. */
export function presenceTest(name: string, isMissing: boolean): VariableTest {
  return { name, turns: [], holds: (value) => (value === null) === isMissing };
}

/** The variable that `node` is, also under JSON Logic's conversion to a number; null when it is anything else. */
export function plainVariable(node: ExpressionNode | undefined): VariableNode | null {
  if (node?.kind === 'operation' && node.operator === '+' && node.operands.length === 1)
    return plainVariable(node.operands[0]);
  return node?.kind === 'variable' && node.fallback === null ? node : null;
}

/** The value of a literal that a variable can be compared with. */
export function literalValue(node: ExpressionNode | undefined): number | string | boolean | null {
  return node?.kind === 'literal' ? node.value : null;
}
