import type { ExpressionNode } from '../ast/expression-node.js';
import { list } from '../ast/list-node.js';
import { literal } from '../ast/literal-node.js';
import { operation, type OperationNode } from '../ast/operation-node.js';
import { missingOf, no, noNames, notOf } from '../missing/build.js';
import type { Facts } from '../missing/facts.js';
import type { InputDeclarations } from '../value-type.js';
import { isNullable } from './missing.js';
import type { Operator, SentenceContext } from './operator.js';

interface Asked {
  /** How many must be there. */
  readonly count: number;
  readonly names: readonly string[];
}

function askedOf(node: OperationNode): Asked | null {
  const [count, names] = node.operands;
  if (count?.kind !== 'literal' || typeof count.value !== 'number' || !Number.isInteger(count.value))
    return null;
  if (names?.kind !== 'list') return null;
  const texts = names.items.flatMap((item) =>
    item.kind === 'literal' && typeof item.value === 'string' ? [item.value] : [],
  );
  return texts.length === names.items.length ? { count: count.value, names: texts } : null;
}

/** True when fewer than the count are there, and one is missing at all, as JSON Logic has it. */
function totalOf(asked: Asked, inputs: InputDeclarations, facts: Facts): ExpressionNode {
  const open = asked.names.filter((name) => !facts.has(name) && isNullable(name, inputs));
  const count = asked.count - (asked.names.length - open.length);
  if (count <= 0 || open.length === 0) return no;
  // All of them, or more than there are: one missing is enough.
  if (count >= open.length) return missingOf(new Set(open));
  const names = list(open.map((name) => literal(name)));
  return operation('!!', [operation('missing_some', [literal(count), names])]);
}

function words(node: OperationNode, isLacking: boolean, context: SentenceContext) {
  const { count, names } = askedOf(node) ?? { count: 0, names: [] };
  const all = names.map(context.nameOf);
  return context.language === 'en'
    ? {
        text: `${isLacking ? 'fewer than' : 'at least'} ${count} of these have a value: ${all.join(', ')}`,
        strength: 4,
      }
    : {
        text: `以下各项中有值的${isLacking ? '少于' : '不少于'} ${count} 个：${all.join('、')}`,
        strength: 4,
      };
}

/** `missing_some`: as a condition, whether fewer than so many of the named inputs have a value. */
export const missingSomeOperator: Operator = {
  id: 'missing_some',
  operandCount: { minimum: 2, maximum: 2 },
  check(node, context) {
    const asked = askedOf(node);
    if (asked === null)
      context.report('NAMES_EXPECTED', null, {
        en: '"missing_some" takes a whole number and names written out, for example {"missing_some": [1, ["phone", "email"]]}.',
        'zh-CN':
          '“missing_some”需要一个整数和直接写出的名称，例如 {"missing_some": [1, ["phone", "email"]]}。',
      });
    for (const name of asked?.names ?? []) context.variable(name, 1);
    return { type: 'names', nullable: false };
  },
  missing: {
    needs: () => noNames,
    presence: () => ({ variables: noNames, conditions: [] }),
    holds(node, polarity, facts, context) {
      const asked = askedOf(node);
      const test = asked === null ? no : totalOf(asked, context.inputs, facts);
      return polarity ? test : notOf(test);
    },
    bare: (node, facts, context) => context.holds(node, true, facts),
    value: (node, facts, context) => context.holds(node, true, facts),
  },
  javascript(node, context) {
    const { count, names } = askedOf(node) ?? { count: 0, names: [] };
    const missing = names.map((name) => `(${context.isMissing(name)} ? 1 : 0)`);
    return `((${missing.join(' + ')}) > ${Math.max(names.length - count, 0)})`;
  },
  closure(node, context) {
    const { count, names } = askedOf(node) ?? { count: 0, names: [] };
    const slots = names.map(context.slotOf);
    const allowed = Math.max(names.length - count, 0);
    return (values) => {
      let missing = 0;
      for (const slot of slots) if (values[slot] === null) missing += 1;
      return missing > allowed;
    };
  },
  sql(node, context) {
    const { count, names } = askedOf(node) ?? { count: 0, names: [] };
    const missing = names.map((name) => `(${context.isMissing(name)})::int`);
    return `((${missing.join(' + ')}) > ${Math.max(names.length - count, 0)})`;
  },
  sentence: (node, context) => words(node, true, context),
  negatedSentence: (node, context) => words(node, false, context),
};
