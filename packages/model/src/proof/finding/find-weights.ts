import type { ModelDocument } from '../../document/model-document.js';
import type { ScorecardNode } from '../../node-kind/scorecard/scorecard-node.js';
import { localize } from '../../document/localized-text.js';
import type { Finding } from '../proof.js';
import { scaledWeights, weightSum } from '../repair/scaled-weights.js';
import { inBoth, numberWords, quote, quotedName } from '../../explain/words.js';

/** Weight sets that do not sum to 100, with weights of the same proportions that do. */
export function findWeights(document: ModelDocument): Finding[] {
  return document.nodes
    .filter((node): node is ScorecardNode => node.kind === 'scorecard')
    .flatMap((node) =>
      (node.weightSets ?? []).flatMap((set): Finding[] => {
        const sum = weightSum(set.weights);
        if (sum === '100') return [];
        const weights = scaledWeights(set.weights);
        const replaced: ScorecardNode = {
          ...node,
          weightSets: (node.weightSets ?? []).map((each) =>
            each === set && weights !== null ? { ...set, weights } : each,
          ),
        };
        return [
          {
            kind: 'weights',
            severity: 'error',
            message: inBoth((language) =>
              language === 'en'
                ? `The weights of ${quotedName(document, node.id, language)} in ${quote(localize(set.name, language))} sum to ${numberWords(sum, language)}%, not to 100%.`
                : `${quotedName(document, node.id, language)}的权重方案${quote(localize(set.name, language))}合计 ${numberWords(sum, language)}%，应为 100%。`,
            ),
            rules: [],
            nodes: [node.id],
            region: null,
            witnesses: [],
            repair:
              weights === null
                ? null
                : {
                    words: {
                      en: `Keep the proportions and make it 100%: ${Object.values(weights).join(', ')}.`,
                      'zh-CN': `按原有比例调整为合计 100%：${Object.values(weights).join('、')}。`,
                    },
                    replaced: [replaced],
                    added: [],
                    removed: [],
                  },
          },
        ];
      }),
    );
}
