import { valueWords } from '../../explain/words.js';
import { outputWords } from '../output-words.js';
import { inSequence, type SayContext } from '../say-context.js';
import type { CategoryMapNode } from './category-map-node.js';

/** "city “Shanghai”, “Beijing”: score 3; any other: score 1" */
export function sayCategoryMap(node: CategoryMapNode, context: SayContext): string {
  const { language } = context;
  const isEnglish = language === 'en';
  const name = context.nameOf(node.input);
  const entries = node.entries.map(({ values, output }) => {
    const list = values.map((value) => valueWords(value, language)).join(isEnglish ? ', ' : '、');
    const words = outputWords(output, language);
    return isEnglish ? `${name} ${list}: ${words}` : `${name}为${list}，${words}`;
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
