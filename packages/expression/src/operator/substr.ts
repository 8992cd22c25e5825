import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { rebuilt, strictValue } from '../missing/strict-behaviour.js';
import { settled } from '../missing/settled.js';
import { noFacts } from '../missing/facts.js';
import { substring } from '../substring.js';
import { checkText } from './cat.js';
import type { CheckContext, Operator } from './operator.js';

const placeholder = literal('');

function numberAt(node: OperationNode, index: number): number | undefined {
  const operand = node.operands[index];
  return operand?.kind === 'literal' && typeof operand.value === 'number' ? operand.value : undefined;
}

const isWholeNumber = (node: ExpressionNode | undefined): boolean =>
  node?.kind === 'literal' && typeof node.value === 'number' && Number.isInteger(node.value);

/** PostgreSQL's positions are 32-bit numbers. */
const maxPosition = 1_000_000_000;

function checkPositions(node: OperationNode, context: CheckContext): void {
  node.operands.slice(1).forEach((operand, position) => {
    const value = numberAt(node, position + 1);
    if (isWholeNumber(operand) && Math.abs(value ?? 0) <= maxPosition) return;
    context.report('WHOLE_NUMBER_EXPECTED', position + 1, {
      en: 'Start and length of "substr" are whole numbers written out, for example {"substr": [text, 0, 2]}.',
      'zh-CN': '“substr”的起始位置和长度必须是直接写出的整数，例如 {"substr": [文本, 0, 2]}。',
    });
  });
}

/** `substr`: a part of a text, by characters. Where nothing is left the result is missing, since an empty text is. */
export const substrOperator: Operator = {
  id: 'substr',
  operandCount: { minimum: 2, maximum: 3 },
  check(node, context) {
    checkText(context.operand(0), 'substr', 0, context);
    checkPositions(node, context);
    context.report(
      'TEXT_POSITION',
      null,
      {
        en: 'Positions are counted in characters here; other JSON Logic programs may count an emoji or a rare character as two. Use "in" or "==" where you can.',
        'zh-CN':
          '此处按字符计算位置；其他 JSON Logic 程序可能把一个表情符号或生僻字算作两个字符。建议尽量使用 "in" 或 "=="。',
      },
      { severity: 'warning' },
    );
    return { type: 'text', nullable: true };
  },
  missing: {
    ...strictValue(),
    presence(node, context) {
      const { variables, conditions } = context.presence(node.operands[0] ?? placeholder);
      const part = rebuilt(node, noFacts, context);
      return {
        variables,
        conditions: [...conditions, settled(operation('!=', [part, placeholder]))],
      };
    },
  },
  javascript: (node, context) =>
    `${context.helper('substring')}(${node.operands.map(context.emit).join(', ')})`,
  closure(node, context) {
    const text = context.compose(node.operands[0] ?? placeholder);
    const [start = 0, length] = [numberAt(node, 1), numberAt(node, 2)];
    return (slots) => substring(text(slots) as string, start, length);
  },
  sql(node, context) {
    const text = context.emit(node.operands[0] ?? placeholder, 'text');
    const [start = 0, length] = [numberAt(node, 1), numberAt(node, 2)];
    // Whole numbers out of the checked tree: the only values that are part of the text.
    const rest = start >= 0 ? `substr(${text}, ${start + 1})` : `right(${text}, ${-start})`;
    return length === undefined ? rest : `left(${rest}, ${length})`;
  },
  sentence(node, context) {
    const text = context.words(node.operands[0] ?? placeholder, 5);
    const [start = 0, length] = [numberAt(node, 1) ?? 0, numberAt(node, 2)];
    const span = length === undefined ? `${start}` : `${start}, ${length}`;
    return context.language === 'en'
      ? { text: `the part (${span}) of ${text}`, strength: 5 }
      : { text: `${text}的片段（${span}）`, strength: 5 };
  },
};
