import type { Client } from '@terrace/client';
import { instantiateTemplate, localize, type Language } from '@terrace/model';
import type { LoadedPlugin, Sample } from '@terrace/plugin-sdk';
import { loadToEnd } from '../../tier/load-to-end.js';
import { runToEnd } from '../../tier/run-to-end.js';

/** What came of loading a sample and running its template over it. */
export interface SampleOutcome {
  readonly sample: string;
  /** Why it could not be loaded or run; null when it could. */
  readonly problem: { readonly en: string; readonly 'zh-CN': string } | null;
  /** Subjects by tier, in the order of the tiers; empty for a sample without a template. */
  readonly tiers: readonly { readonly tier: string; readonly count: number }[];
}

const both = (text: Parameters<typeof localize>[0]): { en: string; 'zh-CN': string } => ({
  en: localize(text, 'en'),
  'zh-CN': localize(text, 'zh-CN'),
});

async function tiersOf(
  client: Client,
  plugin: LoadedPlugin,
  sample: Sample,
  signal: AbortSignal,
): Promise<SampleOutcome> {
  const none = { sample: sample.id, problem: null, tiers: [] };
  const template = plugin.manifest.contributes.templates.find(({ id }) => id === sample.template);
  if (template === undefined) return none;
  const made = instantiateTemplate(plugin.templates[template.id], template.parameters);
  if (!made.ok) return none;
  const run = await runToEnd(client, { document: made.document, asOf: sample.asOf }, signal);
  if (run.state !== 'computed') return { ...none, problem: both(run.error?.message ?? { en: run.state }) };
  const { items } = await client.call('getRunTiers', { params: { id: run.id }, signal });
  return { ...none, tiers: items.map(({ tier, count }) => ({ tier, count })) };
}

/** Loads every sample of a plugin that the server has, and runs the model that goes with it. */
export async function sampleLoads(
  client: Client,
  plugin: LoadedPlugin,
  signal: AbortSignal,
): Promise<SampleOutcome[]> {
  const outcomes: SampleOutcome[] = [];
  for (const sample of plugin.manifest.contributes.samples) {
    const problem = await loadToEnd(client, `${plugin.manifest.id}.${sample.id}`, signal);
    outcomes.push(
      problem === null
        ? await tiersOf(client, plugin, sample, signal)
        : { sample: sample.id, problem, tiers: [] },
    );
  }
  return outcomes;
}

/** What came of a sample, in a line. */
export function sampleLine({ sample, problem, tiers }: SampleOutcome, language: Language): string {
  if (problem !== null)
    return language === 'en'
      ? `Sample "${sample}" cannot be used: ${problem.en}`
      : `示例“${sample}”无法使用：${problem['zh-CN']}`;
  const counts = tiers.map(({ tier, count }) => `${tier} ${count}`).join(language === 'en' ? ', ' : '、');
  if (language === 'en') return `Sample "${sample}" is stored${counts === '' ? '' : `: ${counts}`}.`;
  return `示例“${sample}”已写入${counts === '' ? '' : `：${counts}`}。`;
}
