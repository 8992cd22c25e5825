import type { OperationNode } from '../ast/operation-node.js';
import { allOf, anyOf, chooseOf, intersection, missingOf, no, union, without } from '../missing/build.js';
import { conditionValue } from '../missing/strict-behaviour.js';
import { conditionPresence } from '../missing/condition-presence.js';
import { checkCondition } from './condition-operand.js';
import { nonZeroAfter } from './non-zero.js';
import type { MissingContext, Operator } from './operator.js';

interface Connective {
  readonly id: 'and' | 'or';
  readonly isAll: boolean;
  readonly javascript: string;
  readonly sql: string;
  readonly strength: number;
  readonly words: { readonly en: string; readonly 'zh-CN': string };
}

function needsOf(
  connective: Connective,
  node: OperationNode,
  polarity: boolean,
  context: MissingContext,
): ReadonlySet<string> {
  const parts = node.operands.map((operand) => context.needs(operand, polarity));
  // "All hold" needs what any of them needs; "one of them holds" needs only what every one of them needs.
  return connective.isAll === polarity ? parts.reduce(union) : intersection(parts);
}

/** Kleene's and/or: what is false (true) decides, however much is unknown. */
function makeConnective(connective: Connective): Operator {
  return {
    id: connective.id,
    operandCount: { minimum: 1, maximum: Infinity },
    check(node, context) {
      let nonZero: ReadonlySet<string> = new Set();
      const types = node.operands.map((operand, index) => {
        const typed = context.operand(index, nonZero);
        checkCondition(typed, index, context);
        nonZero = union(nonZero, nonZeroAfter(operand, connective.isAll));
        return typed;
      });
      return { type: 'boolean', nullable: types.some((typed) => typed.nullable) };
    },
    missing: {
      needs: (node, polarity, context) => needsOf(connective, node, polarity, context),
      presence: conditionPresence,
      holds(node, polarity, facts, context) {
        const needed = without(needsOf(connective, node, polarity, context), facts);
        const known = union(facts, needed);
        const parts = node.operands.map((operand) => context.holds(operand, polarity, known));
        const body = connective.isAll === polarity ? allOf(parts) : anyOf(parts);
        return needed.size === 0 ? body : chooseOf([[missingOf(needed), no]], body);
      },
      bare: (node, facts, context) => context.holds(node, true, facts),
      value: conditionValue,
    },
    javascript: (node, context) => `(${node.operands.map(context.emit).join(connective.javascript)})`,
    closure(node, context) {
      const parts = node.operands.map(context.compose);
      const decisive = !connective.isAll;
      return (slots) => {
        for (const part of parts) if (part(slots) === decisive) return decisive;
        return !decisive;
      };
    },
    sql: (node, context) =>
      `(${node.operands.map((operand) => context.emit(operand, 'boolean')).join(connective.sql)})`,
    sentence: (node, context) => ({
      text: node.operands
        .map((operand) => context.words(operand, connective.strength + (node.operands.length > 1 ? 1 : 0)))
        .join(connective.words[context.language]),
      strength: node.operands.length > 1 ? connective.strength : 0,
    }),
  };
}

/** `and`, `or`. */
export const connectives: readonly Operator[] = [
  makeConnective({
    id: 'and',
    isAll: true,
    javascript: ' && ',
    sql: ' AND ',
    strength: 2,
    words: { en: ' and ', 'zh-CN': ' 且 ' },
  }),
  makeConnective({
    id: 'or',
    isAll: false,
    javascript: ' || ',
    sql: ' OR ',
    strength: 1,
    words: { en: ' or ', 'zh-CN': ' 或 ' },
  }),
];
