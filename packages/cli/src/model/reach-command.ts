import { localize, numberWords, reach } from '@terrace/model';
import { UsageError } from '../usage-error.js';
import {
  jsonOption,
  loadModel,
  modelOption,
  requireOption,
  writeJson,
  writeLines,
  type ModelCommand,
} from './model-command.js';
import { readSubjectValues, valuesOption } from './subject-values.js';

/** `terrace model reach` */
export const reachCommand: ModelCommand = {
  name: 'reach',
  description: {
    en: 'find the cheapest changes that lead a subject to a tier',
    'zh-CN': '查找让对象达到某个层级的最低成本变化',
  },
  options: [
    modelOption,
    valuesOption,
    ['--target <tier>', { en: 'id of the tier', 'zh-CN': '目标层级的标识' }],
    ['--or-better', { en: 'a tier of better rank will do as well', 'zh-CN': '更高的层级也可以' }],
    [
      '--improving',
      {
        en: 'move dimensions only the way that is good, for example never to fewer orders',
        'zh-CN': '维度只朝更好的方向变化，例如不建议减少消费次数',
      },
    ],
    jsonOption,
  ],
  example: `terrace model reach --model retail/rfm --values '{"recency": 120, "frequency": 9, "monetary": 400}' --target champions`,
  async run(options, _, context) {
    const name = requireOption(options['model'], '--model');
    const given = requireOption(options['values'], '--values');
    const target = requireOption(options['target'], '--target');
    const document = await loadModel(name);
    const tiers = document.nodes.filter((node) => node.kind === 'tier').map(({ id }) => id);
    if (!tiers.includes(target))
      throw new UsageError(
        `The model has no tier "${target}"; it has: ${tiers.join(', ')}.`,
        `模型没有层级“${target}”，可用的层级：${tiers.join('、')}。`,
      );
    const values = await readSubjectValues(given, document);
    const result = reach(document, values, target, {
      orBetter: options['orBetter'] === true,
      isImproving: options['improving'] === true,
    });
    if (options['json'] === true) {
      writeJson(context, { model: name, ...result });
      return;
    }
    const { language } = context;
    const plans = result.plans.length > 0 ? result.plans : (result.blocked?.plans ?? []);
    const sentence = result.plans.length > 0 ? [] : [localize(result.sentence, language)];
    const cost = (value: number): string =>
      language === 'en' ? `cost ${numberWords(value, 'en')}` : `成本 ${numberWords(value, 'zh-CN')}`;
    const isBounded = result.search.completeChanges < result.search.maximumChanges;
    const note =
      language === 'en'
        ? `Complete for up to ${result.search.completeChanges} ${result.search.completeChanges === 1 ? 'change' : 'changes'} at once; with more, something cheaper may have been overlooked.`
        : `最多 ${result.search.completeChanges} 处变化的方案已全部考察；变化更多时，可能还有成本更低的方案。`;
    writeLines(context, [
      ...sentence,
      ...plans.map((plan) => `${localize(plan.sentence, language)}  [${cost(plan.cost)}]`),
      ...(isBounded && !result.isReached ? [note] : []),
    ]);
  },
};
