import type { Field, JsonLogic } from '@terrace/model';

type FieldType = Field['type'];

const arithmetic = new Set(['+', '-', '*', '/', '%', 'min', 'max']);
const comparisons = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in']);
const conditions = new Set(['and', 'or', '!', '!!', 'if', '?:']);
const isDate = /^\d{4}-\d{2}-\d{2}$/;

/** The name of the variable that `logic` is. */
function variableOf(logic: JsonLogic): string | undefined {
  if (logic === null || typeof logic !== 'object' || Array.isArray(logic)) return undefined;
  const [entry, ...others] = Object.entries(logic) as [string, JsonLogic][];
  if (entry === undefined || others.length > 0 || entry[0] !== 'var') return undefined;
  const name = Array.isArray(entry[1]) ? (entry[1] as readonly JsonLogic[])[0] : entry[1];
  return typeof name === 'string' ? name : undefined;
}

/** The type of constants that stand beside a variable. */
function typeOfConstants(operands: readonly JsonLogic[]): FieldType | undefined {
  const [constant] = operands
    .flatMap((operand): JsonLogic[] =>
      Array.isArray(operand) ? [...(operand as readonly JsonLogic[])] : [operand],
    )
    .filter((value) => value !== null && typeof value !== 'object');
  switch (typeof constant) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return isDate.test(constant) ? 'date' : 'text';
    default:
      return undefined;
  }
}

function typeBeside(operator: string, operands: readonly JsonLogic[]): FieldType | undefined {
  if (arithmetic.has(operator)) return 'number';
  if (comparisons.has(operator)) return typeOfConstants(operands);
  return conditions.has(operator) ? 'boolean' : undefined;
}

/**
 * The variables of a condition over the fields of an event, with the types that its operators and constants make likely; text where nothing
 * tells.
 */
export function fieldTypesIn(logic: JsonLogic): ReadonlyMap<string, FieldType> {
  const types = new Map<string, FieldType | undefined>();
  const visit = (part: JsonLogic, beside: FieldType | undefined): void => {
    const name = variableOf(part);
    if (name !== undefined) {
      types.set(name, types.get(name) ?? beside);
      return;
    }
    if (part === null || typeof part !== 'object') return;
    if (Array.isArray(part)) {
      for (const each of part as readonly JsonLogic[]) visit(each, beside);
      return;
    }
    for (const [operator, given] of Object.entries(part) as [string, JsonLogic][]) {
      const operands = Array.isArray(given) ? (given as readonly JsonLogic[]) : [given];
      const type = typeBeside(operator, operands);
      for (const operand of operands) visit(operand, type);
    }
  };
  visit(logic, 'boolean');
  return new Map([...types].map(([name, type]) => [name, type ?? 'text']));
}
