import type { Client } from '@terrace/client';
import { localize, type Language, type LocalizedText, type ModelDocument } from '@terrace/model';
import type { Plugins } from '../model/load-plugins.js';
import type { Progress } from '../output/progress.js';
import { CommandFailure, joinSentences } from '../usage-error.js';
import { loadToEnd } from './load-to-end.js';

/** Sample data of a plugin that a template can be computed from. */
export interface TierSample {
  /** `plugin.sample`. */
  readonly id: string;
  readonly name: LocalizedText;
  /** The day it is made for. */
  readonly asOf: string;
}

/**
 * The sample that the template `model` (`plugin/template`) shows its tiers with: the one made for it, else the first of the same plugin that
 * has its subjects and events; undefined where there is none.
 */
export function sampleFor(
  model: string,
  document: ModelDocument,
  { plugins }: Plugins,
): TierSample | undefined {
  const [pluginId, templateId] = model.split('/');
  const plugin = plugins.find(({ manifest }) => manifest.id === pluginId);
  const events = new Set(
    document.nodes.flatMap((node) =>
      node.kind === 'dimension' && node.source.kind === 'aggregate' ? [node.source.event] : [],
    ),
  );
  const fitting = (plugin?.manifest.contributes.samples ?? []).filter(
    (sample) =>
      sample.subjects.type === document.subjectType &&
      [...events].every((event) => sample.events.some(({ type }) => type === event)),
  );
  const chosen = fitting.find(({ template }) => template === templateId) ?? fitting[0];
  return chosen && { id: `${pluginId}.${chosen.id}`, name: chosen.name, asOf: chosen.asOf };
}

/** Says that nobody's own records are looked at. */
export function sampleWords({ id, name, asOf }: TierSample, language: Language): string {
  const words = {
    en: `No file is given: the tiers are those of the sample data “${localize(name, 'en')}” (${id}), as of ${asOf}. Give your own with --subjects and --events.`,
    'zh-CN': `未提供文件：以下为示例数据“${localize(name, 'zh-CN')}”（${id}）截至 ${asOf} 的分层结果。可用 --subjects 和 --events 指定自己的文件。`,
  };
  return words[language];
}

/** Loads a sample into the server. @throws CommandFailure when it cannot be loaded */
export async function loadSample(
  client: Client,
  { id }: TierSample,
  { progress, signal, language }: { progress: Progress; signal: AbortSignal; language: Language },
): Promise<void> {
  progress.step(language === 'en' ? 'Loading the sample data' : '正在加载示例数据');
  const reason = await loadToEnd(client, id, signal, (fraction) => progress.update(fraction));
  if (reason === null) return;
  throw new CommandFailure(
    `The sample data could not be loaded: ${joinSentences(reason.en)}`,
    `无法加载示例数据：${joinSentences(reason['zh-CN'])}`,
  );
}
