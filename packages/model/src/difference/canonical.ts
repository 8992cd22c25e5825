/** JSON that is written the same way whenever it means the same. */

const unordered: ReadonlySet<string> = new Set(['and', 'or']);

/** Text that is the same for equal JSON whatever the order of keys; absent keys do not count. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalText(each)}`).join(',')}}`;
}

/** JSON Logic with one operand always as a list, and the operands of `and`, `or` and lists of `in` in one order. */
export function canonicalLogic(logic: unknown): unknown {
  if (Array.isArray(logic)) return logic.map(canonicalLogic);
  if (typeof logic !== 'object' || logic === null) return logic;
  return Object.fromEntries(
    Object.entries(logic).map(([operator, given]) => {
      const operands = (Array.isArray(given) ? given : [given]).map(canonicalLogic);
      const [, members] = operands;
      if (unordered.has(operator)) return [operator, sorted(operands)];
      if (operator === 'in' && Array.isArray(members)) return [operator, [operands[0], sorted(members)]];
      return [operator, operands];
    }),
  );
}

function sorted(values: readonly unknown[]): unknown[] {
  return [...values].sort((a, b) => (canonicalText(a) < canonicalText(b) ? -1 : 1));
}

/** A decimal without what says nothing: `4.0` as `4`. */
export function canonicalDecimal(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const text = value
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return text === '-0' ? '0' : text;
}
