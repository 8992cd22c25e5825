import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { operation } from '../ast/operation-node.js';
import type { Presence } from '../operator/operator.js';
import { distinct } from '../ast/same-expression.js';

/** Makes total boolean nodes, leaving out what a constant decides. */

export const yes: ExpressionNode = literal(true);
export const no: ExpressionNode = literal(false);
const nothing: ReadonlySet<string> = new Set();
export { nothing as noNames };

export const isYes = (node: ExpressionNode): boolean => node.kind === 'literal' && node.value === true;
export const isNo = (node: ExpressionNode): boolean => node.kind === 'literal' && node.value === false;

/** `nodes` joined by `and` or `or`, those of a joint in it beside them; `neutral` adds nothing, its opposite decides. */
function joined(operator: 'and' | 'or', nodes: readonly ExpressionNode[], neutral: boolean): ExpressionNode {
  const rest: ExpressionNode[] = [];
  for (const node of nodes) {
    const isSame = node.kind === 'operation' && node.operator === operator;
    for (const part of isSame ? node.operands : [node]) {
      if (part.kind !== 'literal' || typeof part.value !== 'boolean') rest.push(part);
      else if (part.value !== neutral) return neutral ? no : yes;
    }
  }
  const [first] = rest;
  if (first === undefined) return neutral ? yes : no;
  return rest.length === 1 ? first : operation(operator, rest);
}

/** All of `nodes`. */
export function allOf(nodes: readonly ExpressionNode[]): ExpressionNode {
  return joined('and', nodes, true);
}

/** Any of `nodes`. */
export function anyOf(nodes: readonly ExpressionNode[]): ExpressionNode {
  return joined('or', nodes, false);
}

/** `missing` gives a list; where a boolean must come out it is wrapped in `!!`, which a test can do without. */
function unwrapped(node: ExpressionNode): ExpressionNode {
  return node.kind === 'operation' && node.operator === '!!' ? (node.operands[0] ?? node) : node;
}

/** The opposite of a total boolean. */
export function notOf(node: ExpressionNode): ExpressionNode {
  if (isYes(node)) return no;
  if (isNo(node)) return yes;
  return operation('!', [unwrapped(node)]);
}

/** Whether any of `names` is missing, as a boolean. */
export function missingOf(names: Iterable<string>): ExpressionNode {
  const texts = [...names].map((name) => literal(name));
  return texts.length === 0 ? no : operation('!!', [operation('missing', texts)]);
}

/** The names of a node that {@link missingOf} made, else null. */
export function missingNames(node: ExpressionNode): string[] | null {
  const inner = unwrapped(node);
  if (inner === node || inner.kind !== 'operation' || inner.operator !== 'missing') return null;
  return inner.operands.flatMap((operand) =>
    operand.kind === 'literal' && typeof operand.value === 'string' ? [operand.value] : [],
  );
}

/** Whether every one of `names` is present, as a boolean. */
export function presentOf(names: ReadonlySet<string>): ExpressionNode {
  return names.size === 0 ? yes : notOf(missingOf(names));
}

/** `if` over pairs of test and result, without pairs that cannot be reached. */
export function chooseOf(
  pairs: readonly (readonly [test: ExpressionNode, result: ExpressionNode])[],
  otherwise: ExpressionNode,
): ExpressionNode {
  const operands: ExpressionNode[] = [];
  let last = otherwise;
  for (const [test, result] of pairs) {
    if (isNo(test)) continue;
    if (isYes(test)) {
      last = result;
      break;
    }
    operands.push(unwrapped(test), result);
  }
  const [test, result] = operands;
  if (test === undefined || result === undefined) return last;
  if (operands.length === 2 && isYes(result) && isNo(last)) {
    const [pair] = pairs.filter(([each]) => unwrapped(each) === test);
    return pair?.[0] ?? test;
  }
  return operation('if', [...operands, last]);
}

/** What is in any of them. */
export function unionOf(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  let all: ReadonlySet<string> = nothing;
  let own: Set<string> | null = null;
  for (const set of sets) {
    if (set.size === 0 || set === all) continue;
    if (own !== null) for (const name of set) own.add(name);
    else if (all.size === 0) all = set;
    else if (!isWithin(set, all)) {
      // Sets that come in are somebody's; the first that adds something makes one of our own.
      own = new Set(all);
      for (const name of set) own.add(name);
      all = own;
    }
  }
  return all;
}

function isWithin(names: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  if (names.size > set.size) return false;
  for (const name of names) if (!set.has(name)) return false;
  return true;
}

/** What is in all of them. */
export function intersection(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first] = sets;
  if (first === undefined) return nothing;
  let common = first;
  for (const set of sets) {
    if (common.size === 0) return nothing;
    if (set === common || isWithin(common, set)) continue;
    common = new Set([...common].filter((name) => set.has(name)));
  }
  return common;
}

/** Presence of all of `parts` together. */
export function allPresent(parts: readonly Presence[]): Presence {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const hasConditions = parts.some((part) => part.conditions.length > 0);
  return {
    variables: unionOf(parts.map((part) => part.variables)),
    conditions: hasConditions ? distinct(parts.flatMap((part) => part.conditions)) : noConditions,
  };
}

const noConditions: readonly ExpressionNode[] = [];
