import type { ExpressionNode } from '../ast/expression-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { literal } from '../ast/literal-node.js';
import { allPresent, no } from '../missing/build.js';
import { guarded } from '../missing/strict-behaviour.js';
import type { Facts } from '../missing/facts.js';
import type { Scalar } from '../value-type.js';
import { checkCommonType, commonTyped } from './common-type.js';
import { canonicalElements } from './element-scope.js';
import type { MissingContext, Operator, Typed } from './operator.js';

const nothing = literal(null);

/** A single value is a list of one. */
const asList = (typed: Typed): Typed =>
  typed.type === 'list' || typed.type === 'unknown'
    ? typed
    : { type: 'list', nullable: false, ...(typed.type === 'null' ? {} : { element: typed }) };

function typeOfLists(node: OperationNode, typeOf: (node: ExpressionNode) => Typed): Typed {
  return commonTyped(
    node.operands,
    node.operands.map((operand) => asList(typeOf(operand))),
  );
}

/** A missing single value is a missing element; a missing list makes the whole missing. */
function rebuild(node: OperationNode, facts: Facts, context: MissingContext): ExpressionNode {
  const { element } = typeOfLists(node, context.typeOf);
  return operation(
    'merge',
    node.operands.map((operand) =>
      canonicalElements(
        context.typeOf(operand).type === 'list'
          ? context.bare(operand, facts)
          : context.value(operand, facts),
        element,
      ),
    ),
  );
}

function presenceOfLists(node: OperationNode, context: MissingContext) {
  const lists = node.operands.filter((operand) => context.typeOf(operand).type === 'list');
  return allPresent(lists.map(context.presence));
}

/** `merge`: lists, and single values, one after the other. */
export const mergeOperator: Operator = {
  id: 'merge',
  operandCount: { minimum: 1, maximum: Infinity },
  check(node, context) {
    const types = node.operands.map((_, index) => asList(context.operand(index)));
    return checkCommonType(node.operands, types, context);
  },
  missing: {
    needs: (node, _polarity, context) => context.presence(node).variables,
    presence: presenceOfLists,
    // Unreachable in a checked tree: a list is no condition.
    holds: () => no,
    bare: rebuild,
    value: (node, facts, context) =>
      guarded(context.presence(node), facts, nothing, (known) => rebuild(node, known, context)),
  },
  javascript: (node, context) => `[].concat(${node.operands.map(context.emit).join(', ')})`,
  closure(node, context) {
    const parts = node.operands.map(context.compose);
    return (slots) => ([] as Scalar[]).concat(...parts.map((part) => part(slots) as readonly Scalar[]));
  },
  sql(node, context) {
    const typed = typeOfLists(node, context.typeOf);
    const array = context.arrayType(typed.element);
    const parts = node.operands.map((operand) =>
      context.typeOf(operand).type === 'list'
        ? context.emit(operand, typed)
        : `ARRAY[${context.emit(operand, typed.element)}]::${array}`,
    );
    return `(${parts.join(' || ')})`;
  },
  sentence(node, context) {
    const parts = node.operands.map((operand) => context.words(operand, 5));
    return context.language === 'en'
      ? { text: parts.join(' together with '), strength: 5 }
      : { text: parts.join('连同'), strength: 5 };
  },
};
