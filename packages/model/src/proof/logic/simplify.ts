import { choose, not, type Formula } from './formula.js';
import type { Box } from '../space/box.js';

/** Steps taken so far; proofs stop at a bound of these, so that they end at the same place on every machine. */
export interface Work {
  steps: number;
}

/** Most boxes settle few operands, so that nothing is copied before the first that changes. */
function simplifyJoined(formula: Extract<Formula, { kind: 'and' | 'or' }>, box: Box, work: Work): Formula {
  const { kind, operands } = formula;
  const deciding = kind === 'or';
  let rest: Formula[] | null = null;
  for (let index = 0; index < operands.length; index += 1) {
    const operand = operands[index] ?? !deciding;
    const simple = simplify(operand, box, work);
    if (simple === deciding) return deciding;
    if (simple !== operand) rest ??= operands.slice(0, index);
    if (rest !== null && typeof simple !== 'boolean') rest.push(simple);
  }
  if (rest === null) return formula;
  const [first] = rest;
  if (first === undefined) return !deciding;
  return rest.length === 1 ? first : { kind, operands: rest };
}

/** The formula with everything settled that is the same all over the box; true or false where it is the same itself. */
export function simplify(formula: Formula, box: Box, work: Work): Formula {
  if (typeof formula === 'boolean') return formula;
  work.steps += 1;
  switch (formula.kind) {
    case 'in': {
      const decided = formula.set.decide(box.low[formula.axis] ?? 0, box.high[formula.axis] ?? 0);
      return decided < 0 ? formula : decided === 1;
    }
    case 'open': {
      work.steps += 10;
      const decided = formula.test.decide(box);
      return decided < 0 ? formula : decided === 1;
    }
    case 'not': {
      const operand = simplify(formula.operand, box, work);
      return operand === formula.operand ? formula : not(operand);
    }
    case 'and':
    case 'or':
      return simplifyJoined(formula, box, work);
    case 'choose': {
      const tests: Formula[] = [];
      const values: Formula[] = [];
      for (let index = 0; index < formula.tests.length; index += 1) {
        const test = simplify(formula.tests[index] ?? false, box, work);
        if (test === false) continue;
        const value = simplify(formula.values[index] ?? false, box, work);
        if (test === true) return choose(tests, values, value);
        tests.push(test);
        values.push(value);
      }
      return choose(tests, values, simplify(formula.otherwise, box, work));
    }
  }
}
