import { tierJsonLogic } from '@terrace/model';
import { UsageError } from '../usage-error.js';
import { loadModel, modelOption, requireOption, writeJson, type ModelCommand } from './model-command.js';

/** `terrace model export` */
export const exportCommand: ModelCommand = {
  name: 'export',
  description: {
    en: 'write a model in another form to standard output',
    'zh-CN': '把模型以其他形式写到标准输出',
  },
  options: [
    modelOption,
    [
      '--json-logic',
      {
        en: 'as the standard JSON Logic that yields the tier id',
        'zh-CN': '导出得出层级标识的标准 JSON Logic',
      },
    ],
  ],
  example: 'terrace model export --model retail/rfm --json-logic',
  async run(options, _, context) {
    const name = requireOption(options['model'], '--model');
    if (options['jsonLogic'] !== true)
      throw new UsageError('Say what to export: --json-logic.', '请指明导出内容：--json-logic。');
    writeJson(context, tierJsonLogic(await loadModel(name)));
  },
};
