import { localize, sentencesOf, type DocumentSentences, type Language } from '@terrace/model';
import {
  jsonOption,
  loadModelAndTypes,
  modelOption,
  requireOption,
  writeJson,
  writeLines,
  type ModelCommand,
} from './model-command.js';

function linesOf({ tiers, values, policy }: DocumentSentences, language: Language): string[] {
  const isEnglish = language === 'en';
  const section = (title: string, sentences: readonly string[]): string[] =>
    sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `  ${sentence}`)];
  const nothing = isEnglish ? 'No rule leads here.' : '没有规则通向该层级。';
  const lines = [
    ...tiers.flatMap(({ name, sentences }) =>
      section(
        localize(name, language),
        sentences.length === 0 ? [nothing] : sentences.map(({ text }) => localize(text, language)),
      ),
    ),
    ...section(
      isEnglish ? 'What the values are' : '取值说明',
      values.map(({ text }) => localize(text, language)),
    ),
    ...section(
      isEnglish ? 'Which tier wins, and how tiers change' : '优先顺序与层级变动',
      policy.map((text) => localize(text, language)),
    ),
  ];
  return lines.slice(1);
}

/** `terrace model sentences` */
export const sentencesCommand: ModelCommand = {
  name: 'sentences',
  description: {
    en: 'say the rules of a model in sentences, the best tier first',
    'zh-CN': '用自然语言说明模型的规则，从最高层级开始',
  },
  options: [modelOption, jsonOption],
  example: 'terrace model sentences --model retail/value --lang zh-CN',
  async run(options, _, context) {
    const name = requireOption(options['model'], '--model');
    const { document, types } = await loadModelAndTypes(name);
    const sentences = sentencesOf(document, types);
    if (options['json'] === true) writeJson(context, { model: name, ...sentences });
    else writeLines(context, linesOf(sentences, context.language));
  },
};
