import type { OperationNode } from '../ast/operation-node.js';
import { missingOf, noNames, presentOf, without } from '../missing/build.js';
import { declarationOf, type InputDeclarations } from '../value-type.js';
import type { Operator, SentenceContext } from './operator.js';

/** The names asked for: `{"missing": ["a", "b"]}`, `{"missing": "a"}` or `{"missing": [["a", "b"]]}`. Null: not all are plain names. */
export function namesOf(node: OperationNode): string[] | null {
  const [first] = node.operands;
  const items = first?.kind === 'list' ? first.items : node.operands;
  const names: string[] = [];
  for (const item of items) {
    if (item.kind !== 'literal' || typeof item.value !== 'string') return null;
    names.push(item.value);
  }
  return names;
}

function nullableNames(node: OperationNode, inputs: InputDeclarations): ReadonlySet<string> {
  return new Set((namesOf(node) ?? []).filter((name) => declarationOf(inputs, name)?.nullable !== false));
}

function words(node: OperationNode, isMissing: boolean, context: SentenceContext) {
  const names = (namesOf(node) ?? []).map(context.nameOf);
  if (context.language === 'en') {
    const text = isMissing ? names.join(' or ') : names.join(' and ');
    const verb = isMissing || names.length === 1 ? 'is' : 'are';
    return { text: `${text} ${verb} ${isMissing ? 'missing' : 'present'}`, strength: 4 };
  }
  return {
    text: isMissing ? `缺少${names.join('或')}` : `${names.join('和')}有值`,
    strength: 4,
  };
}

/**
 * `missing`: which of the named inputs have no value. JSON Logic gives the list of their names; here it stands for
 * "at least one is missing", which is what that list means as a condition.
 */
export const missingOperator: Operator = {
  id: 'missing',
  operandCount: { minimum: 1, maximum: Infinity },
  check(node, context) {
    const names = namesOf(node);
    if (names === null)
      context.report('NAMES_EXPECTED', null, {
        en: '"missing" takes names written out, for example {"missing": ["recency"]}.',
        'zh-CN': '“missing”需要直接写出名称，例如 {"missing": ["recency"]}。',
      });
    names?.forEach((name, index) =>
      context.variable(name, node.operands.length === names.length ? index : 0),
    );
    return { type: 'list', nullable: false };
  },
  missing: {
    needs: (node, polarity, context) => (polarity ? noNames : nullableNames(node, context.inputs)),
    presence: () => ({ variables: noNames, conditions: [] }),
    holds(node, polarity, facts, context) {
      const names = without(nullableNames(node, context.inputs), facts);
      return polarity ? missingOf(names) : presentOf(names);
    },
    bare: (node, facts, context) => context.holds(node, true, facts),
    value: (node, facts, context) => context.holds(node, true, facts),
  },
  javascript: (node, context) => `(${(namesOf(node) ?? []).map(context.isMissing).join(' || ')})`,
  closure(node, context) {
    const slots = (namesOf(node) ?? []).map(context.slotOf);
    return (values) => {
      for (const slot of slots) if (values[slot] === null) return true;
      return false;
    };
  },
  sql: (node, context) => `(${(namesOf(node) ?? []).map(context.isMissing).join(' OR ')})`,
  sentence: (node, context) => words(node, true, context),
  negatedSentence: (node, context) => words(node, false, context),
};
