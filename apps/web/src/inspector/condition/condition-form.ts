import type { JsonLogic } from '@terrace/model';

export const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** The operators of a row; `isMissing` and `isPresent` compare with null. */
export const rowOperators = [...comparisons, 'between', 'in', 'isMissing', 'isPresent'] as const;
export type RowOperator = (typeof rowOperators)[number];

export type Scalar = number | string | boolean;

/** One line of the condition builder. */
export interface ConditionRow {
  readonly variable: string;
  readonly operator: RowOperator;
  /** One value for a comparison, two for `between`, any number for `in`, none otherwise. */
  readonly values: readonly Scalar[];
}

/** What the builder can show: rows joined one way. */
export interface ConditionForm {
  readonly join: 'and' | 'or';
  readonly rows: readonly ConditionRow[];
}

const isObject = (logic: JsonLogic | undefined): logic is { readonly [operator: string]: JsonLogic } =>
  typeof logic === 'object' && logic !== null && !Array.isArray(logic);

function operation(
  logic: JsonLogic | undefined,
): { operator: string; operands: readonly JsonLogic[] } | undefined {
  if (!isObject(logic)) return undefined;
  const entries = Object.entries(logic);
  const [entry] = entries;
  if (entry === undefined || entries.length !== 1) return undefined;
  const [operator, value] = entry;
  return { operator, operands: Array.isArray(value) ? value : [value] };
}

function variable(logic: JsonLogic | undefined): string | undefined {
  const found = operation(logic);
  const [name] = found?.operands ?? [];
  return found?.operator === 'var' && found.operands.length === 1 && typeof name === 'string'
    ? name
    : undefined;
}

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';

function rowOf(logic: JsonLogic): ConditionRow | undefined {
  const found = operation(logic);
  if (found === undefined) return undefined;
  const { operator, operands } = found;
  const [first, second, third] = operands;
  if (operator === '<=' && operands.length === 3) {
    const name = variable(second);
    if (name !== undefined && isScalar(first) && isScalar(third))
      return { variable: name, operator: 'between', values: [first, third] };
    return undefined;
  }
  const name = variable(first);
  if (name === undefined || operands.length !== 2) return undefined;
  if (operator === 'in')
    return Array.isArray(second) && second.every(isScalar)
      ? { variable: name, operator: 'in', values: second as Scalar[] }
      : undefined;
  if (second === null && operator === '==') return { variable: name, operator: 'isMissing', values: [] };
  if (second === null && operator === '!=') return { variable: name, operator: 'isPresent', values: [] };
  return (comparisons as readonly string[]).includes(operator) && isScalar(second)
    ? { variable: name, operator: operator as Comparison, values: [second] }
    : undefined;
}

/** Reads a rule as rows; nothing when it is more than the builder can show. */
export function formOf(logic: JsonLogic | undefined): ConditionForm | undefined {
  if (logic === undefined || logic === true) return { join: 'and', rows: [] };
  const found = operation(logic);
  if (found !== undefined && (found.operator === 'and' || found.operator === 'or')) {
    const rows = found.operands.map(rowOf);
    return rows.every((row) => row !== undefined) ? { join: found.operator, rows } : undefined;
  }
  const row = rowOf(logic);
  return row === undefined ? undefined : { join: 'and', rows: [row] };
}

function logicOfRow({ variable: name, operator, values }: ConditionRow): JsonLogic {
  const operand: JsonLogic = { var: name };
  switch (operator) {
    case 'between':
      return { '<=': [values[0] ?? 0, operand, values[1] ?? 0] };
    case 'in':
      return { in: [operand, [...values]] };
    case 'isMissing':
      return { '==': [operand, null] };
    case 'isPresent':
      return { '!=': [operand, null] };
    default:
      return { [operator]: [operand, values[0] ?? 0] };
  }
}

/** The rule that the rows stand for; no rows hold for everyone. */
export function logicOf({ join, rows }: ConditionForm): JsonLogic {
  const [first] = rows;
  if (first === undefined) return true;
  return rows.length === 1 ? logicOfRow(first) : { [join]: rows.map(logicOfRow) };
}

/** The rule without the rows over these variables; unchanged where the builder cannot show it. */
export function withoutVariables(logic: JsonLogic, gone: ReadonlySet<string>): JsonLogic {
  const form = formOf(logic);
  if (form === undefined || !form.rows.some((row) => gone.has(row.variable))) return logic;
  return logicOf({ join: form.join, rows: form.rows.filter((row) => !gone.has(row.variable)) });
}
