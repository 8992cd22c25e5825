import { strictValue } from '../missing/strict-behaviour.js';
import { isTextual } from './common-type.js';
import type { CheckContext, Operator, Typed } from './operator.js';
import { typeNames } from './type-name.js';

/** Reports an operand that is no text. Numbers and true/false are written differently by each reader. */
export function checkText(typed: Typed, operator: string, index: number, context: CheckContext): void {
  if (isTextual(typed.type) || typed.type === 'unknown') return;
  context.report(
    'TEXT_EXPECTED',
    index,
    {
      en: `"${operator}" works on texts, not on ${typeNames[typed.type].en}, which every program writes differently. Use a text here, for example by {"if": [condition, "A", "B"]}.`,
      'zh-CN': `“${operator}”只能用于文本，不能用于${typeNames[typed.type]['zh-CN']}，因为各程序的写法不同。请改用文本，例如 {"if": [条件, "A", "B"]}。`,
    },
    { details: { type: typed.type } },
  );
}

/** `cat`: texts, choices and dates one after the other; missing when any of them is. */
export const catOperator: Operator = {
  id: 'cat',
  operandCount: { minimum: 1, maximum: Infinity },
  check(node, context) {
    const types = node.operands.map((_, index) => {
      const typed = context.operand(index);
      if (typed.type !== 'date') checkText(typed, 'cat', index, context);
      return typed;
    });
    return { type: 'text', nullable: types.some((typed) => typed.nullable) };
  },
  missing: strictValue(),
  javascript: (node, context) => `("" + ${node.operands.map(context.emit).join(' + ')})`,
  closure(node, context) {
    const parts = node.operands.map(context.compose);
    return (slots) => {
      let text = '';
      for (const part of parts) text += String(part(slots));
      return text;
    };
  },
  sql(node, context) {
    const parts = node.operands.map((operand) =>
      // Written here, since how a session writes dates is its own affair.
      context.typeOf(operand).type === 'date'
        ? `to_char(${context.emit(operand, 'date')}, 'YYYY-MM-DD')`
        : context.emit(operand, 'text'),
    );
    return `(${parts.join(' || ')})`;
  },
  sentence: (node, context) => ({
    text: node.operands.map((operand) => context.words(operand, 5)).join(' & '),
    strength: 5,
  }),
};
