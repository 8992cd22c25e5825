import type { OperationNode } from '../ast/operation-node.js';
import { allOf, anyOf, chooseOf, intersection, missingOf, no, unionOf } from '../missing/build.js';
import { knowing, unknownOf } from '../missing/facts.js';
import { conditionValue } from '../missing/strict-behaviour.js';
import { conditionPresence } from '../missing/condition-presence.js';
import { connectedColumn } from './condition-column.js';
import { checkCondition } from './condition-operand.js';
import type { MissingContext, Operator } from './operator.js';
import { allTerms, eitherTerms } from './variable-test.js';
import { sentenceWords } from './sentence-words.js';

interface Connective {
  readonly id: 'and' | 'or';
  readonly isAll: boolean;
  readonly javascript: string;
  readonly sql: string;
  readonly strength: number;
}

const joints = {
  en: (word: string) => ` ${word} `,
  'zh-CN': (word: string) => `，${word}`,
};

function needsOf(
  connective: Connective,
  node: OperationNode,
  polarity: boolean,
  context: MissingContext,
): ReadonlySet<string> {
  const parts = node.operands.map((operand) => context.needs(operand, polarity));
  // "All hold" needs what any of them needs; "one of them holds" needs only what every one of them needs.
  return connective.isAll === polarity ? unionOf(parts) : intersection(parts);
}

/** Kleene's and/or: what is false (true) decides, however much is unknown. */
function makeConnective(connective: Connective): Operator {
  return {
    id: connective.id,
    operandCount: { minimum: 1, maximum: Infinity },
    connects: connective.isAll ? 'all' : 'any',
    check(node, context) {
      const types = node.operands.map((operand, index) => {
        const typed = context.operand(index);
        checkCondition(typed, index, context);
        context.assume(operand, connective.isAll);
        return typed;
      });
      return { type: 'boolean', nullable: types.some((typed) => typed.nullable) };
    },
    missing: {
      needs: (node, polarity, context) => needsOf(connective, node, polarity, context),
      presence: conditionPresence,
      holds(node, polarity, facts, context) {
        const needed = unknownOf(context.needs(node, polarity), facts);
        const known = knowing(facts, needed);
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
    tests(node, polarity, context) {
      const join = connective.isAll === polarity ? allTerms : eitherTerms;
      return join(node.operands, (operand) => context.testsOf(operand, polarity));
    },
    column: (node, context) => connectedColumn(node.operands, connective.isAll, context),
    sql: (node, context) =>
      `(${node.operands.map((operand) => context.emit(operand, 'boolean')).join(connective.sql)})`,
    // A connective inside the other one always stands in brackets, so that nobody needs to know which binds more tightly.
    sentence: (node, context) => ({
      text: node.operands
        .map((operand) => context.condition(operand, 3))
        .join(joints[context.language](sentenceWords[context.language][connective.id])),
      strength: connective.strength,
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
  }),
  makeConnective({
    id: 'or',
    isAll: false,
    javascript: ' || ',
    sql: ' OR ',
    strength: 1,
  }),
];
