import { draftFromSentence, localize, writeDocument, type Issue } from '@terrace/model';
import { checkWritable, writeFileAtomically } from '../output/write-file.js';
import { joinSentences, UsageError } from '../usage-error.js';
import { loadPlugins, recordTypesOf, type Plugins } from './load-plugins.js';
import { jsonOption, requireOption, writeJson, type ModelCommand } from './model-command.js';

/** The dimensions the plugins bring, with their subject types. */
function dimensionsOf({ plugins }: Plugins) {
  return plugins.flatMap(({ manifest }) => manifest.contributes.dimensions);
}

/** One sentence for what was not understood: the first fault, and how many more there are. */
function notUnderstood(issues: readonly Issue[]): UsageError {
  const [first, ...rest] = issues;
  const said = (language: 'en' | 'zh-CN'): string =>
    first === undefined ? '' : joinSentences(localize(first.message, language)).replace(/[.。]$/, '');
  const more = rest.length;
  return new UsageError(
    `${said('en')}${more > 0 ? ` (and ${more} more)` : ''}.`,
    `${said('zh-CN')}${more > 0 ? `（另有 ${more} 处问题）` : ''}。`,
  );
}

/** `terrace model draft` */
export const draftCommand: ModelCommand = {
  name: 'draft',
  description: {
    en: 'make a model of a sentence in Chinese or English, as a draft for review',
    'zh-CN': '把一句中文或英文规则变成模型草稿，供人工确认',
  },
  options: [
    [
      '--sentence <text>',
      {
        en: 'the rule, for example: customers with more than 5 orders in the last 90 days, tag as "Core"',
        'zh-CN': '规则，例如：最近90天内消费超过5次的客户，标记为“核心客户”',
      },
    ],
    [
      '--out <json>',
      {
        en: 'write the model document to a file instead of standard output',
        'zh-CN': '把模型写入文件，而不是标准输出',
      },
    ],
    jsonOption,
  ],
  example: `terrace model draft --sentence '最近90天内消费超过5次且总金额大于10万元的客户,自动标记为"核心价值客户"' --out core.json`,
  async run(options, _, context) {
    const sentence = requireOption(options['sentence'], '--sentence');
    const out = options['out'];
    if (typeof out === 'string') await checkWritable(out, '--out');
    const plugins = await loadPlugins();
    const draft = draftFromSentence(sentence, {
      types: recordTypesOf(plugins),
      dimensions: dimensionsOf(plugins),
    });
    const isJson = options['json'] === true;
    if (!draft.ok) {
      if (!isJson) throw notUnderstood(draft.issues);
      writeJson(context, { sentence, document: null, notes: [], issues: draft.issues });
      return 2;
    }
    const document = writeDocument(draft.document);
    if (typeof out === 'string') await writeFileAtomically(out, [`${JSON.stringify(document, null, 2)}\n`]);
    if (isJson) writeJson(context, { sentence, document, notes: draft.notes, issues: [] });
    else {
      if (typeof out !== 'string') writeJson(context, document);
      for (const { message } of draft.notes)
        context.streams.err.write(`${localize(message, context.language)}\n`);
    }
    return 0;
  },
};
