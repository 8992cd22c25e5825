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

/** Reads a calculation as steps; nothing when it is more than steps from left to right. */
export function formulaOf(logic: JsonLogic): readonly FormulaTerm[] | undefined {
  const operand = operandOf(logic);
  if (operand !== undefined) return [{ operator: '+', operand }];
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
  const [first, ...rest] = terms;
  if (first === undefined) return 0;
  let logic = logicOfOperand(first.operand);
  let open: { operator: Arithmetic; operands: JsonLogic[] } | undefined;
  for (const { operator, operand } of rest) {
    if (open?.operator === operator && (operator === '+' || operator === '*'))
      open.operands.push(logicOfOperand(operand));
    else open = { operator, operands: [logic, logicOfOperand(operand)] };
    logic = { [operator]: open.operands };
  }
  return logic;
}
