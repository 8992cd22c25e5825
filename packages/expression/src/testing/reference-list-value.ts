import type { ExpressionNode } from '../ast/expression-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import type { Scalar, Value } from '../value-type.js';

type Row = Readonly<Record<string, Value>>;

function all(values: readonly Value[]): Scalar {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}
const opposite = (value: Value): Scalar => (value === null ? null : value !== true);
const any = (values: readonly Value[]): Scalar => opposite(all(values.map(opposite)));

const orders: Readonly<Record<string, (a: Scalar, b: Scalar) => boolean>> = {
  '<': (a, b) => Number(a) < Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

const calculations: Readonly<Record<string, (values: readonly number[]) => number>> = {
  '+': (values) => values.reduce((a, b) => a + b),
  '*': (values) => values.reduce((a, b) => a * b),
  '-': ([a = 0]) => -a,
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
};

const present = <T extends Value>(text: T): T | null => (text === '' ? null : text);

/** JavaScript's own substr over characters. */
function part(text: string, start: number, length: number | undefined): string {
  const characters = [...text];
  const from = start < 0 ? Math.max(characters.length + start, 0) : start;
  const rest = characters.slice(from);
  const end = length === undefined ? rest.length : length < 0 ? Math.max(rest.length + length, 0) : length;
  return rest.slice(0, end).join('');
}

const isMissing = (row: Row, node: ExpressionNode): boolean =>
  node.kind === 'literal' && (row[String(node.value)] ?? null) === null;

/**
 * The value of a rule over lists straight from its definition (docs/expression-semantics.md, sections 2 and 7), for the rules of
 * `arbitraryListRules`. Slow and plain; what the readers give is held against it.
 */
export function referenceListValue(node: ExpressionNode, row: Row): Value {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'list':
      return node.items.map((item) => referenceListValue(item, row) as Scalar);
    case 'record':
      throw new TypeError('plain data has no value');
    case 'variable':
      return row[node.name] ?? null;
    case 'operation':
      return operationValue(node, row);
  }
}

function overElements(node: OperationNode, list: readonly Scalar[]): Value {
  const [, body] = node.operands;
  if (body === undefined) return null;
  const of = (element: Scalar): Value => referenceListValue(body, { '': element });
  switch (node.operator) {
    case 'map':
      return list.map((element) => of(element) as Scalar);
    case 'filter':
      return list.filter((element) => of(element) === true);
    case 'some':
      return any(list.map(of));
    case 'none':
      return opposite(any(list.map(of)));
    default:
      return list.length === 0 ? false : all(list.map(of));
  }
}

function operationValue(node: OperationNode, row: Row): Value {
  const { operator, operands } = node;
  if (operator === 'missing') return operands.some((operand) => isMissing(row, operand));
  if (operator === 'missing_some') {
    const [count, names] = operands;
    if (count?.kind !== 'literal' || names?.kind !== 'list') return null;
    const missing = names.items.filter((name) => isMissing(row, name)).length;
    return missing > 0 && names.items.length - missing < Number(count.value);
  }
  if (['map', 'filter', 'some', 'none', 'all', 'reduce'].includes(operator)) {
    const [source, body, initial] = operands;
    const list = source === undefined ? null : (referenceListValue(source, row) as readonly Scalar[] | null);
    if (list === null) return null;
    if (operator !== 'reduce') return overElements(node, list);
    if (body === undefined || initial === undefined) return null;
    let isUnknown = false;
    const total = list.reduce<Value>(
      (accumulator, current) => {
        const next = referenceListValue(body, { accumulator: isUnknown ? 0 : accumulator, current });
        isUnknown ||= next === null;
        return next;
      },
      referenceListValue(initial, row),
    );
    return isUnknown ? null : total;
  }
  if (operator === 'if' || operator === '?:') {
    const [test, first, second] = operands;
    const chosen = test !== undefined && referenceListValue(test, row) === true ? first : second;
    return chosen === undefined ? null : referenceListValue(chosen, row);
  }
  const values = operands.map((operand) => referenceListValue(operand, row));
  switch (operator) {
    case 'and':
      return all(values);
    case 'or':
      return any(values);
    case '!':
      return opposite(values[0] ?? null);
    case 'merge':
      return values.some((value, index) => value === null && isList(operands[index]))
        ? null
        : values.flatMap((value) => value as Scalar);
  }
  const [left = null, right = null, last] = values;
  if (values.includes(null)) return null;
  if (operator === 'in') {
    if (!Array.isArray(right)) return String(right).includes(String(left));
    return right.includes(left as Scalar) ? true : right.includes(null) ? null : false;
  }
  if (operator === 'cat') return present(values.join(''));
  if (operator === 'substr')
    return present(part(String(left), Number(right), last === undefined ? undefined : Number(last)));
  const order = orders[operator];
  if (order !== undefined) return order(left as Scalar, right as Scalar);
  const calculate = calculations[operator];
  if (calculate === undefined) throw new TypeError(`no definition of "${operator}"`);
  return calculate(values as number[]);
}

/** Whether a node is a list by its form; the generated lists that are inputs have names that end with s. */
function isList(node: ExpressionNode | undefined): boolean {
  if (node?.kind === 'variable') return node.name.endsWith('s');
  if (node?.kind === 'list') return true;
  return node?.kind === 'operation' && ['map', 'filter', 'merge', 'if'].includes(node.operator);
}
