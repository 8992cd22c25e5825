import {
  instantiateTemplate,
  localize,
  sentencesOf,
  type ModelDocument,
  type ModelNode,
  type ServiceLevel,
  type TemplateParameter,
} from '@terrace/model';
import { knownTypes, type LoadedPlugin, type ManifestTemplate } from '@terrace/plugin-sdk';
import type { RecordTypes } from '@terrace/model';
import { blocks, list, plain, section, table } from './markdown.js';
import type { PageWords } from './page-words.js';

type Tier = Extract<ModelNode, { kind: 'tier' }>;

const timeUnits = {
  minute: { en: 'minutes', 'zh-CN': '分钟' },
  hour: { en: 'hours', 'zh-CN': '小时' },
  day: { en: 'days', 'zh-CN': '天' },
} as const;

function serviceLevel({ name, within }: ServiceLevel, words: PageWords): string {
  const unit = timeUnits[within.unit][words.language];
  return words.language === 'en'
    ? `${words.text(name)} within ${within.amount} ${unit}`
    : `${words.text(name)}：${within.amount} ${unit}内`;
}

/** Tiers with what they promise. */
export function tierTable(tiers: readonly Tier[], words: PageWords, prefix = ''): string {
  return table(
    [words.say('rank'), words.say('tier'), words.say('benefits'), words.say('serviceLevels')],
    [...tiers]
      .sort((a, b) => a.rank - b.rank)
      .map((tier) => [
        String(tier.rank),
        words.named(tier, prefix),
        words.join((tier.benefits ?? []).map((benefit) => words.text(benefit))),
        words.join((tier.serviceLevels ?? []).map((each) => serviceLevel(each, words))),
      ]),
  );
}

/** Parameters with their bounds. */
export function parameterTable(parameters: readonly TemplateParameter[], words: PageWords): string {
  return table(
    [words.say('parameter'), words.say('type'), words.say('usual'), words.say('possible')],
    parameters.map((parameter) => {
      const { minimum, maximum, options, unit } = parameter;
      const range = words.range(minimum, maximum);
      const choices = (options ?? []).map(({ name }) => words.text(name));
      const usual = options?.find(({ value }) => value === parameter.default);
      return [
        words.named(parameter),
        words.typeName(parameter.type) + (unit === undefined ? '' : ` (${words.unit(unit)})`),
        usual === undefined ? plain(String(parameter.default)) : words.text(usual.name),
        choices.length === 0 ? range : words.join(choices),
      ];
    }),
  );
}

function actionLines({ nodes }: ModelDocument, words: PageWords): string {
  return list(
    nodes.flatMap((node) => {
      if (node.kind !== 'action' || node.action.type !== 'task') return [];
      const tier = nodes.find(({ id }) => id === node.tier);
      const name = tier === undefined ? node.tier : words.text(tier.name);
      return [`${name} – ${words.task(node.on, node.action)}`];
    }),
  );
}

function documentSections(document: ModelDocument, types: RecordTypes, words: PageWords): string {
  const { language } = words;
  const { tiers, values, policy } = sentencesOf(document, types);
  const rules = tiers.map(({ name, sentences }) =>
    blocks(
      `**${plain(localize(name, language))}**`,
      sentences.length === 0
        ? words.say('noRule')
        : list(sentences.map(({ text }) => plain(localize(text, language)))),
    ),
  );
  return blocks(
    section(
      `#### ${words.say('tiers')}`,
      tierTable(
        document.nodes.filter((node) => node.kind === 'tier'),
        words,
      ),
    ),
    section(`#### ${words.say('rules')}`, ...rules),
    section(`#### ${words.say('values')}`, list(values.map(({ text }) => plain(localize(text, language))))),
    section(`#### ${words.say('policy')}`, list(policy.map((text) => plain(localize(text, language))))),
    section(`#### ${words.say('actions')}`, actionLines(document, words)),
  );
}

function templateSection(
  plugin: LoadedPlugin,
  template: ManifestTemplate,
  types: RecordTypes,
  words: PageWords,
): string {
  const made = instantiateTemplate(plugin.templates[template.id], template.parameters);
  return blocks(
    `### ${words.named(template, `${plugin.manifest.id}/`)}`,
    words.text(template.description),
    section(`#### ${words.say('parameters')}`, parameterTable(template.parameters, words)),
    made.ok ? documentSections(made.document, types, words) : '',
  );
}

/** The templates of a plugin with their parameters, tiers and rules in sentences, as they are with their defaults. */
export function templateSections(plugin: LoadedPlugin, others: RecordTypes, words: PageWords): string {
  const types = knownTypes(plugin.manifest.contributes, others);
  return section(
    `## ${words.say('templates')}`,
    ...plugin.manifest.contributes.templates.map((template) =>
      templateSection(plugin, template, types, words),
    ),
  );
}
