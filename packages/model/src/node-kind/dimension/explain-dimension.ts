import type { DimensionNode } from './dimension-node.js';
import type { ExplainContext, NodeExplanation } from '../../explain/explain-context.js';
import { leadingReadWords } from '../../explain/read-words.js';
import { inBoth } from '../../explain/words.js';

/** "Recency is 12 days." */
export function explainDimension(node: DimensionNode, context: ExplainContext): NodeExplanation {
  return {
    decidedBy: null,
    sentence: inBoth(
      (language) => `${leadingReadWords(node.id, context, language)}${language === 'en' ? '.' : '。'}`,
    ),
  };
}
