import type { ExpressionNode } from '../ast/expression-node.js';
import { literal } from '../ast/literal-node.js';
import { list } from '../ast/list-node.js';
import type { OperationNode } from '../ast/operation-node.js';
import { declarationFor } from '../checker/declared-type.js';
import type { InputDeclarations } from '../value-type.js';
import { canonicalLiteral } from './canonical-literal.js';
import type { CheckContext, Typed } from './operator.js';
import { typeNames } from './type-name.js';

const placeholder = literal(null);

/** The list and what is evaluated for each of its elements. The checker sees to there being both. */
export function elementParts(node: OperationNode): { source: ExpressionNode; body: ExpressionNode } {
  return { source: node.operands[0] ?? placeholder, body: node.operands[1] ?? placeholder };
}

/** What a body sees: the element, under JSON Logic's empty name. */
export function elementScope(source: Typed): InputDeclarations {
  return { '': declarationFor(source.element ?? { type: 'text', nullable: true }) };
}

/** Checks the list of an operation over elements; null after a fault. */
export function checkSource(node: OperationNode, context: CheckContext): Typed | null {
  const source = context.operand(0);
  if (source.type === 'unknown') return null;
  if (source.type !== 'list') {
    context.report(
      'LIST_EXPECTED',
      0,
      {
        en: `"${node.operator}" works on a list, not on ${typeNames[source.type].en}. Give a list input or write the values out, for example [1, 2].`,
        'zh-CN': `“${node.operator}”用于列表，不能用于${typeNames[source.type]['zh-CN']}。请使用列表类型的字段，或直接写出各个值，例如 [1, 2]。`,
      },
      { details: { type: source.type } },
    );
    return null;
  }
  if (source.element === undefined || source.element.type === 'null') {
    context.report('EMPTY_LIST', 0, {
      en: `The list of "${node.operator}" holds no value, so its type is not known. Write at least one value.`,
      'zh-CN': `“${node.operator}”的列表中没有值，无法确定类型，请至少写出一个值。`,
    });
    return null;
  }
  return source;
}

/** Literals of a list whose elements are instants, written as every reader compares them. */
export function canonicalElements(node: ExpressionNode, element: Typed | undefined): ExpressionNode {
  if (element === undefined) return node;
  return node.kind === 'list'
    ? list(node.items.map((item) => canonicalLiteral(item, element.type)))
    : canonicalLiteral(node, element.type);
}
