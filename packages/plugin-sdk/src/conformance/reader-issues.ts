import type { Issue } from '@terrace/model';
import type { Manifest } from '../manifest.js';
import type { Check, Findings, Found } from './check.js';
import type { PluginUnderCheck } from './plugin-under-check.js';

type Path = Issue['path'];

/** Longest id in characters; names of tables and columns are made of it, of which PostgreSQL keeps 63 bytes. */
export const longestId = 41;

/** Faults of a template's document that have a check of their own; all others are about whether it is sound. */
const templateCodes: Readonly<Record<string, string>> = {
  UNKNOWN_PARAMETER: 'parameters-declared',
  WRONG_PARAMETER: 'parameter-defaults-fit',
  WEIGHTS_DO_NOT_SUM: 'weights-sum',
  DUPLICATE_RANK: 'tier-ranks-unique',
  MISSING_TRANSLATION: 'locale-keys-resolved',
};

const codes: Readonly<Record<string, string>> = {
  PLUGIN_FILE_NOT_JSON: 'files-are-json',
  PLUGIN_FILE_TOO_LARGE: 'files-not-too-large',
  INVALID_RANGE: 'version-ranges',
  INVALID_LOCALE: 'locale-files',
  MISSING_TRANSLATION: 'locale-keys-resolved',
  DUPLICATE_ID: 'ids-unique',
  UNKNOWN_REFERENCE: 'references-resolve',
  CODE_NOT_BUILT: 'code-built',
};

function checkOfCode(code: string): string {
  if (code === 'PERSONAL_FIELD') return 'code-no-personal-inputs';
  return code === 'MISSING_TRANSLATION' ? 'locale-keys-resolved' : 'code-declarations-sound';
}

function checkOfTemplate({ code, path }: Issue): string {
  const isFallback = path[4] === 'fallback' && path.length === 5;
  if (isFallback && (code === 'UNKNOWN_TIER' || code === 'NOT_A_TIER')) return 'fallback-exists';
  return templateCodes[code] ?? 'template-sound';
}

/** The value at `path` in `json`; undefined where there is none. */
function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    json,
  );
}

/**
 * The check that a fault the reader finds belongs to: each belongs to one.
 * @param manifest - the JSON of `plugin.json`
 */
export function checkOfReaderIssue(issue: Issue, manifest: unknown): string {
  const { code, path } = issue;
  const [root, point, , part] = path;
  if (isDeclarationsFile(root)) return checkOfCode(code);
  if (code === 'PLUGIN_FILE_UNREADABLE') return path.length === 0 ? 'manifest-readable' : 'named-files-exist';
  if (code === 'INVALID_MANIFEST') {
    if (point === 'testCases' && path.length > 2) return 'test-cases-valid';
    if (path.at(-1) !== 'id') return 'manifest-schema';
    const id = valueAt(manifest, path);
    return typeof id === 'string' && id.length > longestId ? 'id-lengths' : 'id-form';
  }
  if (point === 'templates' && part === 'file' && path.length > 4) return checkOfTemplate(issue);
  if (point === 'templates' && part === 'file' && codes[code] === undefined) return checkOfTemplate(issue);
  if (code === 'UNKNOWN_REFERENCE' && point === 'testCases') return 'test-cases-valid';
  const known = codes[code];
  if (known !== undefined) return known;
  if (point === 'dimensions') return 'dimensions-sound';
  return point === 'nodeKinds' ? 'node-kinds-sound' : 'manifest-schema';
}

/** Faults of what code declares have the file at the head of their path; keys of the manifest have no slash. */
function isDeclarationsFile(root: Path[number] | undefined): boolean {
  return typeof root === 'string' && root.endsWith('code.json');
}

/** The file that a path into the manifest leads to, and where in it. */
export function placeOf(manifest: Manifest | null, path: Path): { file: string; path: Path } {
  const [root, point, index, part] = path;
  if (isDeclarationsFile(root)) return { file: String(root), path: path.slice(1) };
  const here = { file: 'plugin.json', path };
  if (root === 'locales' && (point === 'en' || point === 'zh-CN') && path.length > 2)
    return { file: manifest?.locales?.[point] ?? here.file, path: path.slice(2) };
  if (manifest === null || root !== 'contributes' || typeof index !== 'number') return here;
  if (point === 'templates' && part === 'file' && path.length > 4)
    return { file: manifest.contributes.templates[index]?.file ?? here.file, path: path.slice(4) };
  const tests = point === 'testCases' && path.length > 3 ? manifest.contributes.testCases[index] : undefined;
  return tests === undefined ? here : { file: tests, path: path.slice(3) };
}

/** What the reader found that belongs to the check `id`. */
export function readerFindings(plugin: PluginUnderCheck, id: string): Found[] {
  const { parts, manifest } = plugin;
  const json = plugin.json('plugin.json');
  return parts.issues
    .filter((issue) => checkOfReaderIssue(issue, json) === id)
    .map(({ path, message }) => ({
      ...placeOf(manifest, path),
      message: { en: message.en ?? '', 'zh-CN': message['zh-CN'] ?? '' },
    }));
}

/** A check that the reader makes already: everything but how it runs. */
export type ReaderCheck = Omit<Check, 'run' | 'isRequired'> & {
  /** Whether the plugin has anything of the kind; it has when absent. */
  readonly applies?: (plugin: PluginUnderCheck) => boolean;
};

/** Makes the check of what the reader looks at. */
export function readerCheck({ applies = () => true, ...check }: ReaderCheck): Check {
  return {
    ...check,
    isRequired: true,
    run(plugin): Findings {
      const found = readerFindings(plugin, check.id);
      return found.length === 0 && !applies(plugin) ? null : found;
    },
  };
}

/** Applies to plugins whose manifest can be read. */
export const hasManifest = ({ manifest }: PluginUnderCheck): boolean => manifest !== null;

/** Applies to plugins with templates. */
export const hasTemplates = ({ manifest }: PluginUnderCheck): boolean =>
  (manifest?.contributes.templates.length ?? 0) > 0;

/** Applies to plugins with code. */
export const hasCode = ({ manifest }: PluginUnderCheck): boolean => manifest?.code !== undefined;
