import type { Issue } from '@terrace/model';
import type { PluginUnderCheck } from './plugin-under-check.js';

/** A text in both languages. @since 0.1.0 */
export interface Words {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** What checks are about, in the order they are made. @since 0.1.0 */
export const checkAreas = [
  'manifest',
  'text',
  'reference',
  'type',
  'template',
  'rule',
  'test',
  'sample',
  'preset',
  'code',
  'package',
] as const;

/** One of {@link checkAreas}. @since 0.1.0 */
export type CheckArea = (typeof checkAreas)[number];

/** Something a check found. */
export interface Found {
  /** The file it lies in, below the plugin's folder. */
  readonly file: string;
  /** Where in the file, for JSON; the whole file when absent. */
  readonly path?: Issue['path'];
  readonly message: Words;
  /** What to do about it; what the check says when absent. */
  readonly fix?: Words;
}

/** What a check found; null where the plugin has nothing of the kind it is about. */
export type Findings = readonly Found[] | null;

/** A check of the conformance kit, with everything its page says. @since 0.1.0 */
export interface Check {
  /** In kebab-case; also the name of its page. */
  readonly id: string;
  readonly area: CheckArea;
  /** An error keeps the plugin from passing. */
  readonly severity: 'error' | 'warning';
  /** True when the host does not enable a plugin in which this check finds something. */
  readonly isRequired?: boolean;
  /** What holds when it passes. */
  readonly title: Words;
  /** What is looked at. */
  readonly what: Words;
  readonly why: Words;
  readonly fix: Words;
  /** An example that fails, and how it passes: part of a file. */
  readonly wrong: string;
  readonly right: string;
  run(plugin: PluginUnderCheck): Findings | Promise<Findings>;
}
