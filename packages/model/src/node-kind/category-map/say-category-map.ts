import { isWords, listWords, valueWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import { inSequence, type SayContext } from '../say-context.js';
import type { CategoryMapNode } from './category-map-node.js';

/** "city is “Shanghai” or “Beijing”: score 3; any other: score 1" */
export function sayCategoryMap(node: CategoryMapNode, context: SayContext): string {
  const { language } = context;
  const isEnglish = language === 'en';
  const name = context.nameOf(node.input);
  const entries = node.entries.map(({ values, output }) => {
    const list = listWords(
      values.map((value) => valueWords(value, language)),
      language,
      'or',
    );
    const words = outputWords(output, language);
    return `${isWords(name, list, language)}${isEnglish ? ': ' : '，'}${words}`;
  });
  const other = (value: number | string | undefined, en: string, zh: string): string[] =>
    value === undefined
      ? []
      : [isEnglish ? `${en}: ${outputWords(value, language)}` : `${zh}${outputWords(value, language)}`];
  return inSequence(
    [...entries, ...other(node.otherwise, 'any other', '其他'), ...other(node.missing, 'missing', '缺失时')],
    language,
  );
}
