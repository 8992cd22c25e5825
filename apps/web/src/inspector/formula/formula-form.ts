import type { JsonLogic } from '@terrace/model';

export const arithmetic = ['+', '-', '*', '/'] as const;
export type Arithmetic = (typeof arithmetic)[number];

/** One step of a calculation, taken from left to right: the id of a node, or a number. The first step's operator does not count. */
export interface FormulaTerm {
  readonly operator: Arithmetic;
  readonly operand: string | number;
}

function operandOf(logic: JsonLogic | undefined): string | number | undefined {
  if (typeof logic === 'number') return logic;
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return undefined;
  const entries = Object.entries(logic);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1 || entry[0] !== 'var') return undefined;
  const name: unknown = Array.isArray(entry[1]) && entry[1].length === 1 ? entry[1][0] : entry[1];
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** The division inside `if the divisor is not 0, divide, else nothing`, as the steps write it. */
function guardedDivision(logic: JsonLogic): JsonLogic | undefined {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return undefined;
  const guarded = (logic as { readonly [operator: string]: JsonLogic })['if'];
  if (Object.keys(logic).length !== 1 || !Array.isArray(guarded) || guarded.length !== 3) return undefined;
  const [condition, division, otherwise] = guarded as JsonLogic[];
  const terms = division === undefined ? undefined : formulaOf(division);
  const last = terms?.at(-1);
  if (otherwise !== null || terms === undefined || last === undefined) return undefined;
  return JSON.stringify(logic) === JSON.stringify(logicOfFormula(terms)) && condition !== undefined
    ? division
    : undefined;
}

/** Reads a calculation as steps; nothing when it is more than steps from left to right. */
export function formulaOf(logic: JsonLogic): readonly FormulaTerm[] | undefined {
  const operand = operandOf(logic);
  if (operand !== undefined) return [{ operator: '+', operand }];
  const division = guardedDivision(logic);
  if (division !== undefined) return formulaOf(division);
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return undefined;
  const entries = Object.entries(logic);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) return undefined;
  const operator = arithmetic.find((each) => each === entry[0]);
  if (operator === undefined || !Array.isArray(entry[1]) || entry[1].length < 2) return undefined;
  const [first, ...rest] = entry[1] as JsonLogic[];
  // Only + and * take more than two operands.
  if (first === undefined || (rest.length > 1 && (operator === '-' || operator === '/'))) return undefined;
  const start = formulaOf(first);
  const further = rest.map(operandOf);
  if (start === undefined || further.includes(undefined)) return undefined;
  return [...start, ...further.map((each) => ({ operator, operand: each as string | number }))];
}

const logicOfOperand = (operand: string | number): JsonLogic =>
  typeof operand === 'number' ? operand : { var: operand };

/** The calculation that the steps stand for; 0 without any. Steps of + or * in a row become one operation. */
export function logicOfFormula(terms: readonly FormulaTerm[]): JsonLogic {
  return logicOfSteps(terms, (division, divisor) => ({ if: [{ '!=': [divisor, 0] }, division, null] }));
}

/** The calculation without the tests that a divisor is not 0, for its sentence. */
export const plainFormula = (terms: readonly FormulaTerm[]): JsonLogic =>
  logicOfSteps(terms, (division) => division);

/** `guard` makes a division by a node's value safe; by a number it is. */
function logicOfSteps(
  terms: readonly FormulaTerm[],
  guard: (division: JsonLogic, divisor: JsonLogic) => JsonLogic,
): JsonLogic {
  const [first, ...rest] = terms;
  if (first === undefined) return 0;
  let logic = logicOfOperand(first.operand);
  let open: { operator: Arithmetic; operands: JsonLogic[] } | undefined;
  for (const { operator, operand } of rest) {
    const right = logicOfOperand(operand);
    if (open?.operator === operator && (operator === '+' || operator === '*')) open.operands.push(right);
    else open = { operator, operands: [logic, right] };
    logic = { [operator]: open.operands };
    if (operator === '/' && typeof operand === 'string') logic = guard(logic, right);
  }
  return logic;
}
