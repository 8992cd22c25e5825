import type { LoadedPlugin, Manifest, Report } from '@terrace/plugin-sdk';
import { blocks, list, section, table } from './markdown.js';
import { permissionWords } from '../permission-words.js';
import type { PageWords } from './page-words.js';
import { parameterTable, tierTable } from './template-sections.js';

function dimensionTable({ id, contributes }: Manifest, words: PageWords): string {
  return table(
    [words.say('dimension'), words.say('type'), words.say('unit'), words.say('meaning')],
    contributes.dimensions.map(({ node }) => [
      words.named(node, `${id}.`),
      words.typeName(node.valueType),
      words.unit(node.unit),
      words.text(node.description),
    ]),
  );
}

function nodeKinds({ id, contributes }: Manifest, words: PageWords): string[] {
  return contributes.nodeKinds.map((kind) =>
    blocks(
      `### ${words.named(kind, `${id}.`)}`,
      words.text(kind.description),
      words.pair(words.say('reads'), words.join(kind.inputs.map((input) => words.text(input.name)))),
      parameterTable(kind.parameters, words),
    ),
  );
}

function reportSection(report: Report, { id }: Manifest, words: PageWords): string {
  const { templates, measures, expectations } = report;
  return blocks(
    `### ${words.named(report, `${id}.`)}`,
    words.text(report.description),
    words.pair(words.say('templates'), words.join(templates.map((template) => `\`${id}/${template}\``))),
    words.pair(words.say('measures'), words.join(measures.map(({ name }) => words.text(name)))),
    section(
      words.pair(words.say('expected'), ''),
      list(expectations.map(({ message }) => words.text(message))),
    ),
  );
}

function sampleLines({ id, contributes }: Manifest, words: PageWords): string {
  return list(
    contributes.samples.map((sample) => {
      const { subjects, events } = sample;
      const counts = [
        `${subjects.count.toLocaleString('en')} \`${subjects.type}\``,
        ...events.map(({ type, count }) => `${count.toLocaleString('en')} \`${type}\``),
      ];
      const text = words.text(sample.description);
      return `${words.named(sample, `${id}.`)}: ${words.join(counts)}${text === '' ? '' : ` – ${text}`}`;
    }),
  );
}

function permissionLines({ permissions }: Manifest, words: PageWords): string {
  const lines = permissionWords(permissions ?? null, words.language, (host) => `\`${host}\``);
  return list(lines.length === 0 ? [words.say('noPermission')] : lines);
}

function codeSection({ manifest, code }: LoadedPlugin, words: PageWords): string {
  if (code === null) return '';
  const line = (kind: 'codeDimension' | 'codeAction', item: (typeof code.actions)[number]): string => {
    const text = words.text(item.description);
    return `${words.named(item, `${manifest.id}.`)}, ${words.say(kind)}${text === '' ? '' : ` – ${text}`}`;
  };
  return section(
    `## ${words.say('code')}`,
    list([
      ...code.dimensions.map((each) => line('codeDimension', each)),
      ...code.actions.map((each) => line('codeAction', each)),
    ]),
    section(`### ${words.say('permissions')}`, permissionLines(manifest, words)),
  );
}

/** What a plugin brings for the palette, its reports, samples and code. */
export function paletteSections(
  plugin: LoadedPlugin,
  words: PageWords,
): {
  readonly before: string;
  readonly after: string;
} {
  const { manifest } = plugin;
  const { tiers, actions, reports } = manifest.contributes;
  const presets = actions.map(
    (preset) => `${words.named(preset, `${manifest.id}.`)} – ${words.task(preset.on, preset.action)}`,
  );
  return {
    before: blocks(
      section(`## ${words.say('dimensions')}`, dimensionTable(manifest, words)),
      section(`## ${words.say('nodeKinds')}`, ...nodeKinds(manifest, words)),
    ),
    after: blocks(
      section(`## ${words.say('tiers')}`, tierTable(tiers, words, `${manifest.id}.`)),
      section(`## ${words.say('actions')}`, list(presets)),
      section(
        `## ${words.say('reports')}`,
        ...reports.map((report) => reportSection(report, manifest, words)),
      ),
      section(`## ${words.say('samples')}`, sampleLines(manifest, words)),
      codeSection(plugin, words),
    ),
  };
}
