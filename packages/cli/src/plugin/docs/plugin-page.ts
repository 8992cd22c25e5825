import type { Language, RecordTypes } from '@terrace/model';
import type { LoadedPlugin, Manifest } from '@terrace/plugin-sdk';
import { blocks, list, plain } from './markdown.js';
import { PageWords } from './page-words.js';
import { paletteSections } from './palette-sections.js';
import { templateSections } from './template-sections.js';
import { typeSections } from './type-sections.js';

function factLines(manifest: Manifest, words: PageWords): string {
  const { id, version, host, requires, license, author, homepage } = manifest;
  const required = Object.entries(requires).map(([name, range]) => `\`${name}\` ${plain(range)}`);
  return list([
    words.pair(words.say('id'), `\`${id}\``),
    words.pair(words.say('version'), version),
    words.pair(words.say('host'), `\`${host}\``),
    ...(required.length === 0 ? [] : [words.pair(words.say('requires'), words.join(required))]),
    words.pair(words.say('license'), plain(license)),
    ...(author === undefined ? [] : [words.pair(words.say('author'), plain(author.name))]),
    ...(homepage === undefined ? [] : [words.pair(words.say('homepage'), `<${homepage}>`)]),
  ]);
}

/** The page of a plugin in one language, as Markdown: all that it brings. @param others - record types of other plugins */
export function pluginPage(plugin: LoadedPlugin, others: RecordTypes, language: Language): string {
  const words = new PageWords(language);
  const { manifest } = plugin;
  const palette = paletteSections(plugin, words);
  const page = blocks(
    `# ${words.text(manifest.name)}`,
    words.text(manifest.description),
    factLines(manifest, words),
    typeSections(manifest, words),
    palette.before,
    templateSections(plugin, others, words),
    palette.after,
  );
  return `${page}\n`;
}
