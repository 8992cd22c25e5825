import { describe, expect, it } from '@jest/globals';
import type { ModelDocument } from '../document/model-document.js';
import { sentencesOf } from '../sentence/sentences-of.js';
import { defaultTypes } from './default-types.js';
import { draftFromSentence } from './draft-from-sentence.js';
import { chineseRows } from './testing/chinese-rows.js';
import { englishRows } from './testing/english-rows.js';

function partsOf({ nodes }: ModelDocument) {
  return {
    dimensions: nodes.flatMap((node) => (node.kind === 'dimension' ? [[node.id, node.source]] : [])).sort(),
    when: nodes.find((node) => node.kind === 'condition')?.when,
  };
}

describe('a sentence of a drafted model', () => {
  const texts = [...chineseRows, ...englishRows].map(([text]) => text);

  it.each(['zh-CN', 'en'] as const)('is drafted as the same rule in %s', (language) => {
    const differing = texts.flatMap((text): unknown[] => {
      const draft = draftFromSentence(text);
      if (!draft.ok) return [{ text, issues: draft.issues }];
      const [sentence] = sentencesOf(draft.document, defaultTypes).tiers[0]?.sentences ?? [];
      const said = sentence?.text[language] ?? '';
      const again = draftFromSentence(said, { language });
      if (!again.ok) return [{ text, said, issues: again.issues }];
      const [first, second] = [partsOf(draft.document), partsOf(again.document)];
      return JSON.stringify(first) === JSON.stringify(second) ? [] : [{ text, said, first, second }];
    });
    expect(differing).toEqual([]);
  });

  it('tells all of the time from a window beside it', () => {
    const draft = draftFromSentence('近6个月没有消费且累计消费超过5万元的客户归为“流失大客户”');
    const [sentence] = draft.ok ? (sentencesOf(draft.document, defaultTypes).tiers[0]?.sentences ?? []) : [];
    expect(sentence?.text).toEqual({
      'zh-CN': '近 6 个月订单数为 0 次，且历史订单金额合计超过 5 万元的客户，归为“流失大客户”。',
      en: 'Customers go to “流失大客户” if number of orders in the last 6 months is 0 and total order amount of all time is more than 50,000.',
    });
  });
});
