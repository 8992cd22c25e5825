import { tierJsonLogic } from '@terrace/model';
import type { Streams } from '../output/streams.js';
import { UsageError } from '../usage-error.js';
import { loadPlugins, recordTypesOf } from './load-plugins.js';
import { readModel } from './read-model.js';

/** Writes the standard JSON Logic of a model to standard output. @throws UsageError */
export async function exportModel(
  options: { readonly model?: string; readonly jsonLogic?: boolean },
  streams: Streams,
): Promise<void> {
  if (options.model === undefined) throw new UsageError('--model is missing.', '缺少 --model。');
  if (options.jsonLogic !== true)
    throw new UsageError('Say what to export: --json-logic.', '请指明导出内容：--json-logic。');
  const plugins = await loadPlugins();
  const document = await readModel(options.model, {}, plugins, recordTypesOf(plugins));
  streams.out.write(`${JSON.stringify(tierJsonLogic(document), null, 2)}\n`);
}
