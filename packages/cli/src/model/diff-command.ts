import { differenceOf, localize } from '@terrace/model';
import { UsageError } from '../usage-error.js';
import { jsonOption, loadModel, writeJson, writeLines, type ModelCommand } from './model-command.js';

/** `terrace model diff` */
export const diffCommand: ModelCommand = {
  name: 'diff',
  positional: '[before] [after]',
  description: {
    en: 'list the differences of two models; exit code 0 without any, 1 with some, as diff does',
    'zh-CN': '列出两个模型的差异；与 diff 一致，无差异时退出码为 0，有差异时为 1',
  },
  options: [jsonOption],
  example: 'terrace model diff retail/rfm my-model.json',
  async run(options, [before, after], context) {
    if (before === undefined || after === undefined)
      throw new UsageError(
        'Two models are needed, for example terrace model diff retail/rfm my-model.json.',
        '需要两个模型，例如 terrace model diff retail/rfm my-model.json。',
      );
    const [older, newer] = [await loadModel(before), await loadModel(after)];
    const changes = differenceOf(older, newer);
    const { language } = context;
    if (options['json'] === true)
      writeJson(context, { before, after, isEqual: changes.length === 0, changes });
    else if (changes.length === 0)
      writeLines(context, [language === 'en' ? 'The models are equal.' : '两个模型没有差异。']);
    else
      writeLines(
        context,
        changes.map(({ sentence }) => localize(sentence, language)),
      );
    return changes.length === 0 ? 0 : 1;
  },
};
