import type { Cell } from '../../cell/cell.js';
import type { JsonLogic } from '../../document/json-logic.js';
import type { ModelDocument } from '../../document/model-document.js';
import type { DocumentRule } from '../../rule/rules-of.js';
import { scalarOf, type Axis } from '../space/axis.js';
import type { Edits } from './edits.js';

/** Where a range of values shall end, or begin. */
export interface RangeEnd {
  readonly value: number;
  readonly isIncluded: boolean;
}

type Side = 'upper' | 'lower';

function cellWithEnd(cell: Cell, at: number, to: RangeEnd, side: Side): Cell | undefined {
  if (cell === null) return undefined;
  const { value, isIncluded } = to;
  const low = side === 'lower';
  switch (cell.op) {
    case '<':
    case '<=':
      return !low && cell.value === at ? { op: isIncluded ? '<=' : '<', value } : undefined;
    case '>':
    case '>=':
      return low && cell.value === at ? { op: isIncluded ? '>=' : '>', value } : undefined;
    case 'between':
    case 'range': {
      const { min, max } = cell;
      if ((low ? min : max) !== at) return undefined;
      const closed = cell.op === 'between' ? 'both' : cell.closed;
      const isLeft = low ? isIncluded : closed === 'left' || closed === 'both';
      const isRight = low ? closed === 'right' || closed === 'both' : isIncluded;
      const ends = {
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        [low ? 'min' : 'max']: value,
      };
      return {
        op: 'range',
        ...ends,
        closed: isLeft ? (isRight ? 'both' : 'left') : isRight ? 'right' : 'neither',
      };
    }
    default:
      return undefined;
  }
}

function isVariable(logic: JsonLogic | undefined, id: string): boolean {
  if (typeof logic !== 'object' || logic === null || Array.isArray(logic)) return false;
  const { var: name } = logic as Record<string, JsonLogic>;
  return name === id || (Array.isArray(name) && name.length === 1 && name[0] === id);
}

/** One comparison with its end moved; undefined where it is not the one that is meant. */
function comparisonWithEnd(
  operator: string,
  operands: readonly JsonLogic[],
  id: string,
  at: JsonLogic,
  to: { value: JsonLogic; isIncluded: boolean },
  side: Side,
): JsonLogic | undefined {
  const [a, b, c] = operands;
  const below = to.isIncluded ? '<=' : '<';
  const above = to.isIncluded ? '>=' : '>';
  const isUpper = side === 'upper';
  if (operands.length === 3 && (operator === '<' || operator === '<=') && isVariable(b, id)) {
    if (a === undefined || b === undefined || c === undefined || (isUpper ? c : a) !== at) return undefined;
    return isUpper
      ? { and: [{ [operator]: [a, b] }, { [below]: [b, to.value] }] }
      : { and: [{ [above]: [b, to.value] }, { [operator]: [b, c] }] };
  }
  if (operands.length !== 2 || a === undefined || b === undefined) return undefined;
  const isLess = operator === '<' || operator === '<=';
  if (!isLess && operator !== '>' && operator !== '>=') return undefined;
  if (isVariable(a, id) && b === at && isLess === isUpper)
    return { [isUpper ? below : above]: [a, to.value] };
  if (isVariable(b, id) && a === at && isLess !== isUpper)
    return { [isUpper ? below : above]: [b, to.value] };
  return undefined;
}

function logicWithEnd(
  logic: JsonLogic,
  id: string,
  at: JsonLogic,
  to: { value: JsonLogic; isIncluded: boolean },
  side: Side,
): { logic: JsonLogic; count: number } {
  if (typeof logic !== 'object' || logic === null) return { logic, count: 0 };
  if (Array.isArray(logic)) {
    const items = logic.map((item: JsonLogic) => logicWithEnd(item, id, at, to, side));
    return {
      logic: items.map((item) => item.logic),
      count: items.reduce((sum, item) => sum + item.count, 0),
    };
  }
  const [entry] = Object.entries(logic as Record<string, JsonLogic>);
  if (entry === undefined) return { logic, count: 0 };
  const [operator, operands] = entry;
  // Behind a negation an upper end is a lower one: such conditions are left to people.
  if (operator === '!' || operator === 'if' || operator === 'var') return { logic, count: 0 };
  const list: readonly JsonLogic[] = Array.isArray(operands) ? operands : [operands];
  const moved = comparisonWithEnd(operator, list, id, at, to, side);
  if (moved !== undefined) return { logic: moved, count: 1 };
  const inner = logicWithEnd(operands, id, at, to, side);
  return { logic: { [operator]: inner.logic }, count: inner.count };
}

function moveEnd(
  document: ModelDocument,
  rule: DocumentRule,
  axis: Axis,
  at: number,
  to: RangeEnd,
  side: Side,
): Edits | null {
  const node = document.nodes.find(({ id }) => id === rule.nodeId);
  const scalar = (value: number): JsonLogic => scalarOf(value, axis.scale) as JsonLogic;
  const target = { value: scalar(to.value), isIncluded: to.isIncluded };
  if (node?.kind === 'decisionTable') {
    const input = node.inputs.indexOf(axis.id);
    let isMoved = false;
    const rows = node.rows.map((row) => {
      if (rule.code !== `${node.id}.${row.id}`) return row;
      const cell = axis.scale === 'number' ? cellWithEnd(row.cells[input] ?? null, at, to, side) : undefined;
      if (cell === undefined) return row;
      isMoved = true;
      return { ...row, cells: row.cells.map((each, index) => (index === input ? cell : each)) };
    });
    return isMoved ? { replaced: [{ ...node, rows }], added: [], removed: [] } : null;
  }
  const logic = node?.kind === 'condition' ? node.when : node?.kind === 'tier' ? node.entry : undefined;
  if (logic === undefined || node === undefined) return null;
  const moved = logicWithEnd(logic, axis.id, scalar(at), target, side);
  if (moved.count === 0) return null;
  const replaced =
    node.kind === 'condition'
      ? { ...node, when: moved.logic }
      : node.kind === 'tier'
        ? { ...node, entry: moved.logic }
        : null;
  return replaced === null ? null : { replaced: [replaced], added: [], removed: [] };
}

/** The rule with its upper end on a dimension, now at `at`, moved; null where it does not say its end in so many words. */
export function moveUpperEnd(
  document: ModelDocument,
  rule: DocumentRule,
  axis: Axis,
  at: number,
  to: RangeEnd,
): Edits | null {
  return moveEnd(document, rule, axis, at, to, 'upper');
}

/** As {@link moveUpperEnd}, of the lower end. */
export function moveLowerEnd(
  document: ModelDocument,
  rule: DocumentRule,
  axis: Axis,
  at: number,
  to: RangeEnd,
): Edits | null {
  return moveEnd(document, rule, axis, at, to, 'lower');
}
