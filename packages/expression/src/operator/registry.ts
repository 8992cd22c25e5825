import { arithmetics } from './arithmetic.js';
import { catOperator } from './cat.js';
import { comparisons } from './comparison.js';
import { connectives } from './connective.js';
import { divisions } from './division.js';
import { elementLists } from './element-list.js';
import { elementTests } from './element-test.js';
import { equalityOperators } from './equality.js';
import { extremes } from './extreme.js';
import { ifOperators } from './if.js';
import { inOperator } from './in.js';
import { mergeOperator } from './merge.js';
import { missingSomeOperator } from './missing-some.js';
import { missingOperator } from './missing.js';
import { negations } from './negation.js';
import type { Operator } from './operator.js';
import { reduceOperator } from './reduce.js';
import { substrOperator } from './substr.js';
import { untypedOnlyOperators } from './untyped-only.js';

const operators: ReadonlyMap<string, Operator> = new Map(
  [
    ...equalityOperators,
    ...comparisons,
    ...connectives,
    ...negations,
    ...ifOperators,
    missingOperator,
    missingSomeOperator,
    inOperator,
    ...arithmetics,
    ...divisions,
    ...extremes,
    catOperator,
    substrOperator,
    ...elementTests,
    ...elementLists,
    mergeOperator,
    reduceOperator,
    ...untypedOnlyOperators,
  ].map((operator) => [operator.id, operator]),
);

/** Ids of all operators. @since 0.1.0 */
export const operatorIds: readonly string[] = [...operators.keys()];

/** The operator with this id. */
export function operatorOf(id: string): Operator | undefined {
  return operators.get(id);
}

/** The operator of a node that was read by the parser. */
export function knownOperator(id: string): Operator {
  const operator = operators.get(id);
  if (operator === undefined) throw new TypeError(`there is no operator "${id}"`);
  return operator;
}
