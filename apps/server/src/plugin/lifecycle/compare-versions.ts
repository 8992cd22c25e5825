import {
  checkDocument,
  differenceOf,
  instantiateTemplate,
  parseDocument,
  type Change,
  type Issue,
  type LocalizedText,
  type ModelDocument,
  type RecordTypes,
} from '@terrace/model';
import { runTestCases, type LoadedPlugin, type TestCaseResult } from '@terrace/plugin-sdk';

/** How many changes are told of one template or model; whoever meets more reads the new template itself. */
const MAX_CHANGES = 200;
/** How many failed cases are told. */
const MAX_FAILED = 100;

/** A model made from a template of the plugin. */
export interface ComparedModel {
  readonly id: string;
  /** The template's id inside the plugin. */
  readonly template: string;
  /** Its draft as stored. */
  readonly document: unknown;
}

/** What is compared with what. */
export interface Comparison {
  /** The version in use; null where it cannot be read. */
  readonly before: LoadedPlugin | null;
  readonly after: LoadedPlugin;
  readonly models: readonly ComparedModel[];
  /** The record types as they will be. */
  readonly types: RecordTypes;
}

/** How test cases went. */
export interface CaseSummary {
  readonly passed: number;
  readonly failedCount: number;
  /** The first of them. */
  readonly failed: {
    readonly template: string;
    /** Counted from 1. */
    readonly case: number;
    readonly note: string | null;
    readonly message: Required<LocalizedText>;
  }[];
}

/** What a newer version means for templates and the models made from them. */
export interface VersionDifference {
  readonly templates: {
    readonly id: string;
    readonly name: LocalizedText;
    readonly change: 'added' | 'changed' | 'removed';
    readonly changes: LocalizedText[];
  }[];
  readonly testCases: CaseSummary;
  readonly models: {
    readonly id: string;
    readonly changes: LocalizedText[];
    readonly testCases: CaseSummary;
    readonly issues: Issue[];
  }[];
}

/** Compares two versions of a plugin and looks at the models made from its templates. Pure, and as costly as the versions are large. */
export function compareVersions({ before, after, models, types }: Comparison): VersionDifference {
  return {
    templates: templateChanges(before, after),
    testCases: casesOf(after),
    models: models.map((model) => compareModel(model, after, types)),
  };
}

function templateChanges(before: LoadedPlugin | null, after: LoadedPlugin): VersionDifference['templates'] {
  const found: VersionDifference['templates'] = [];
  const olds = before?.manifest.contributes.templates ?? [];
  const news = after.manifest.contributes.templates;
  for (const { id, name } of news) {
    const old = olds.some((template) => template.id === id) ? documentOf(before, id) : undefined;
    if (old === undefined) {
      found.push({ id, name, change: 'added', changes: [] });
      continue;
    }
    const document = documentOf(after, id);
    if (document === undefined) continue;
    const changes = differenceOf(old, document).filter(({ effect }) => effect !== 'layout');
    if (changes.length > 0) found.push({ id, name, change: 'changed', changes: sentencesOf(changes) });
  }
  for (const { id, name } of olds)
    if (!news.some((template) => template.id === id))
      found.push({ id, name, change: 'removed', changes: [] });
  return found;
}

function compareModel(
  { id, template, document: json }: ComparedModel,
  after: LoadedPlugin,
  types: RecordTypes,
): VersionDifference['models'][number] {
  const parsed = parseDocument(json);
  if (!parsed.ok)
    return { id, changes: [], testCases: { passed: 0, failedCount: 0, failed: [] }, issues: parsed.issues };
  const { document } = parsed;
  const newer = documentOf(after, template);
  // People name their models and describe them; that is no difference to the template.
  const changes =
    newer === undefined
      ? []
      : differenceOf(document, newer).filter(
          ({ effect }) => effect !== 'layout' && effect !== 'presentation',
        );
  return {
    id,
    changes: sentencesOf(changes),
    testCases: casesOf(withModel(after, template, document), [template]),
    issues: checkDocument(document, types).filter(({ severity }) => severity === 'error'),
  };
}

function documentOf(plugin: LoadedPlugin | null, id: string): ModelDocument | undefined {
  const template = plugin?.manifest.contributes.templates.find((each) => each.id === id);
  if (plugin === null || template === undefined) return undefined;
  const made = instantiateTemplate(plugin.templates[id], template.parameters);
  return made.ok ? made.document : undefined;
}

/** The plugin with a model in the place of a template; cases for other parameters say nothing of it. */
function withModel(plugin: LoadedPlugin, template: string, document: ModelDocument): LoadedPlugin {
  const { contributes } = plugin.manifest;
  const templates = contributes.templates
    .filter(({ id }) => id === template)
    .map((each) => ({ ...each, parameters: [] }));
  return {
    ...plugin,
    manifest: { ...plugin.manifest, contributes: { ...contributes, templates } },
    templates: { [template]: document },
    testCases: plugin.testCases.filter(({ parameters }) => Object.keys(parameters).length === 0),
  };
}

function casesOf(plugin: LoadedPlugin, only?: readonly string[]): CaseSummary {
  const { results, issues } = runTestCases(plugin, only);
  const failed = results.filter(({ mismatches }) => mismatches.length > 0);
  return {
    passed: results.length - failed.length,
    failedCount: failed.length + issues.length,
    failed: [
      ...failed.map((result) => ({
        template: result.template,
        case: result.index + 1,
        note: result.note,
        message: wordsOf(result),
      })),
      ...issues.map(({ path, message }) => ({
        template: String(path[0] ?? ''),
        case: 0,
        note: null,
        message: { en: message.en ?? '', 'zh-CN': message['zh-CN'] ?? message.en ?? '' },
      })),
    ].slice(0, MAX_FAILED),
  };
}

function wordsOf({ template, index, mismatches }: TestCaseResult): Required<LocalizedText> {
  const say = (value: unknown): string => (value === null ? '–' : String(value));
  const en = mismatches.map(
    ({ what, expected, actual }) => `${what} should be ${say(expected)} and is ${say(actual)}`,
  );
  const zh = mismatches.map(
    ({ what, expected, actual }) =>
      `${what === 'tier' ? '层级' : what}应为 ${say(expected)}，实际为 ${say(actual)}`,
  );
  return {
    en: `Case ${index + 1} of "${template}": ${en.join('; ')}.`,
    'zh-CN': `模板“${template}”的第 ${index + 1} 个用例：${zh.join('；')}。`,
  };
}

function sentencesOf(changes: readonly Change[]): LocalizedText[] {
  return changes.slice(0, MAX_CHANGES).map(({ sentence }) => ({ ...sentence }));
}
