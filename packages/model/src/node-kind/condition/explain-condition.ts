import type { Language } from '../../document/localized-text.js';
import type { ConditionNode } from './condition-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { expressionWords, variableName, variableUnit } from '../../explain/expression-words.js';
import { afterChinese, inBoth, localizedName, nameWords, quote, valueWords } from '../../explain/words.js';
import { conditionReferences, readCondition } from '../../rule/read-condition.js';

/** The condition itself in words, with the names of nodes. */
export function conditionWords(node: ConditionNode, context: ExplainContext, language: Language): string {
  return expressionWords(readCondition(node.when), context.nodes, language);
}

/** What the condition read, for example "frequency is 12, amount is missing". */
function readWords(node: ConditionNode, context: ExplainContext, language: Language): string {
  const items = conditionReferences(node.when).map((id) => {
    const name = variableName(id, context.nodes, language);
    const given = context.values.get(id) ?? null;
    const value =
      id === 'previous.tier' && given !== null
        ? localizedName(context.nodes.get(String(given)), String(given), language)
        : given;
    const words = valueWords(value, language, {
      unit: variableUnit(id, context.nodes),
      isNumber: context.numbers.has(id),
    });
    if (language === 'en') return `${name} is ${words}`;
    return value === null ? `${name}缺失` : `${name}为${afterChinese(words)}`;
  });
  return items.join(language === 'en' ? ', ' : '，');
}

/** "“Core customer” holds: frequency ≥ 10 and amount > 100,000 (frequency is 12 times and amount is 120,000)." */
export function explainCondition(node: ConditionNode, context: ExplainContext): NodeExplanation {
  const holds = context.values.get(node.id) === true;
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const name = quote(nameWords(node, language));
      const rule = conditionWords(node, context, language);
      const read = readWords(node, context, language);
      if (language === 'en')
        return `${name} ${holds ? 'holds' : 'does not hold'}: ${rule}${read === '' ? '' : ` (${read})`}.`;
      return `${name}${holds ? '成立' : '不成立'}：${rule}${read === '' ? '' : `（${read}）`}。`;
    }),
  };
}
