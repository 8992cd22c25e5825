import type { Language } from '../../document/localized-text.js';
import type { ConditionNode } from './condition-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { expressionWords } from '../../explain/expression-words.js';
import { readWords } from '../../explain/read-words.js';
import { inBoth, nameWords, quote } from '../../explain/words.js';
import { conditionReferences, readCondition } from '../../rule/read-condition.js';

/** The condition itself in words, with the names of nodes. */
export function conditionWords(node: ConditionNode, context: ExplainContext, language: Language): string {
  return expressionWords(readCondition(node.when), context.nodes, language);
}

/** "“Core customer” holds: frequency ≥ 10 and amount > 100,000 (frequency is 12 times and amount is 120,000)." */
export function explainCondition(node: ConditionNode, context: ExplainContext): NodeExplanation {
  const holds = context.values.get(node.id) === true;
  return {
    decidedBy: null,
    sentence: inBoth((language) => {
      const name = quote(nameWords(node, language));
      const rule = conditionWords(node, context, language);
      const read = readWords(conditionReferences(node.when), context, language);
      if (language === 'en')
        return `${name} ${holds ? 'holds' : 'does not hold'}: ${rule}${read === '' ? '' : ` (${read})`}.`;
      return `${name}${holds ? '成立' : '不成立'}：${rule}${read === '' ? '' : `（${read}）`}。`;
    }),
  };
}
