import type { KnownCodeAction, KnownCodeDimension, KnownPlugin } from '../catalog/known-code.js';
import { splitCodeId } from '../document/code-reference.js';
import { localize, type Language } from '../document/localized-text.js';
import { checkParameters } from '../template/check-parameters.js';
import type { CheckContext } from './check-context.js';

type Path = readonly (string | number)[];

/** A piece of code that a node uses. */
export interface CodeUse {
  readonly kind: 'dimension' | 'action';
  /** `<plugin>.<id>`. */
  readonly codeId: string;
  readonly version: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

const words = {
  dimension: { en: 'computes this', 'zh-CN': '计算该维度' },
  action: { en: 'performs this action', 'zh-CN': '执行该动作' },
  replace: {
    dimension: { en: 'replace the dimension', 'zh-CN': '替换该维度' },
    action: { en: 'replace the action', 'zh-CN': '替换该动作' },
  },
} as const;

/**
 * Whether code of `present` may stand in for that of `needed`, as semantic versions promise: the same major version (of 0.x the
 * same minor one), and not an older one.
 */
export function isCompatible(needed: string, present: string): boolean {
  const parse = (version: string): number[] => (version.split('-')[0] ?? '').split('.').map(Number);
  const [major = 0, minor = 0, patch = 0] = parse(needed);
  const [otherMajor = 0, otherMinor = 0, otherPatch = 0] = parse(present);
  if (major !== otherMajor) return false;
  if (major === 0) return minor === otherMinor && otherPatch >= patch;
  return otherMinor > minor || (otherMinor === minor && otherPatch >= patch);
}

/** Why code of the plugin cannot be used at all, as `[code, en, zh]`; null when it can. */
function unusable(
  { kind, codeId, version }: CodeUse,
  plugin: KnownPlugin | undefined,
): readonly [code: string, en: string, zh: string] | null {
  const id = splitCodeId(codeId).plugin;
  const does = words[kind];
  const instead = words.replace[kind];
  const [en, zh] = [
    `The plugin "${id}" (version ${version}), whose code ${does.en},`,
    `${does['zh-CN']}的插件“${id}”（版本 ${version}）`,
  ];
  if (plugin === undefined)
    return [
      'PLUGIN_MISSING',
      `${en} is not installed. Install it, or ${instead.en}.`,
      `${zh}未安装。请安装该插件，或${instead['zh-CN']}。`,
    ];
  const reason = (language: Language): string =>
    plugin.reason === null ? '' : localize(plugin.reason, language);
  switch (plugin.state) {
    case 'disabled':
      return [
        'PLUGIN_MISSING',
        `${en} is disabled. Enable it, or ${instead.en}.`,
        `${zh}已停用。请启用该插件，或${instead['zh-CN']}。`,
      ];
    case 'faulty':
      return ['PLUGIN_MISSING', `${en} cannot be used: ${reason('en')}`, `${zh}无法使用：${reason('zh-CN')}`];
    case 'quarantined':
      return [
        'PLUGIN_QUARANTINED',
        `${en} is quarantined: ${reason('en')} An administrator can enable it again.`,
        `${zh}已被隔离：${reason('zh-CN')}管理员可以重新启用。`,
      ];
    case 'enabled':
      if (isCompatible(version, plugin.version)) return null;
      return [
        'PLUGIN_VERSION',
        `${en} is installed as version ${plugin.version}, which may compute something else. Install a fitting version, or ${instead.en}.`,
        `${zh}当前安装的是版本 ${plugin.version}，结果可能不同。请安装兼容的版本，或${instead['zh-CN']}。`,
      ];
  }
}

/**
 * Checks that a piece of code is there to be used and that its parameters fit.
 * @param path - where the reference stands: the source of a dimension, the action of an action node
 * @returns the declaration; null where there is none, or nothing is known of plugins
 */
export function checkCodeUse(
  use: CodeUse & { readonly kind: 'dimension' },
  path: Path,
  nodeId: string,
  context: CheckContext,
): KnownCodeDimension | null;
export function checkCodeUse(
  use: CodeUse & { readonly kind: 'action' },
  path: Path,
  nodeId: string,
  context: CheckContext,
): KnownCodeAction | null;
export function checkCodeUse(
  use: CodeUse,
  path: Path,
  nodeId: string,
  context: CheckContext,
): KnownCodeAction | null {
  if (context.code === undefined) return null;
  const { kind, codeId, version } = use;
  const { plugin: pluginId, id } = splitCodeId(codeId);
  const plugin = context.code.get(pluginId);
  const place = [...path, kind];
  const options = { nodeId, details: { plugin: pluginId, version, uses: codeId } };
  const problem = unusable(use, plugin);
  if (problem !== null || plugin === undefined) {
    if (problem !== null) context.report(problem[0], place, problem[1], problem[2], options);
    return null;
  }
  const all: readonly KnownCodeAction[] = kind === 'dimension' ? plugin.dimensions : plugin.actions;
  const found = all.find((each) => each.id === id);
  if (found === undefined) {
    const names = all.map((each) => `${pluginId}.${each.id}`);
    const noun = kind === 'dimension' ? ['dimension', '维度'] : ['action', '动作'];
    context.report(
      'UNKNOWN_CODE',
      place,
      `The code of the plugin "${pluginId}" ${plugin.version} has no ${noun[0]} "${id}". Available: ${names.join(', ') || 'none'}.`,
      `插件“${pluginId}”${plugin.version} 的代码中没有${noun[1]}“${id}”。可用：${names.join('、') || '无'}。`,
      options,
    );
    return null;
  }
  context.adopt(checkParameters(found.parameters, use.parameters).issues, path, nodeId);
  return found;
}
