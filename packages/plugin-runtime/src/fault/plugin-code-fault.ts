import type { PluginFaultCode } from './fault-code.js';

/** A text in both languages. @since 0.1.0 */
export interface Sentence {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** The dimension or action whose code was called. @since 0.1.0 */
export interface Contribution {
  readonly kind: 'dimension' | 'action';
  /** Inside the plugin. */
  readonly id: string;
}

/** Codes that say nothing against the plugin. */
const harmless: readonly PluginFaultCode[] = ['BUSY', 'STOPPED'];

/** Code of a plugin failed; `sentence` says what happened, in words for people. @since 0.1.0 */
export class PluginCodeFault extends Error {
  override readonly name = 'PluginCodeFault';
  readonly code: PluginFaultCode;
  readonly pluginId: string;
  /** Null while the plugin is loaded, and between calls. */
  readonly contribution: Contribution | null;
  readonly sentence: Sentence;

  constructor(
    code: PluginFaultCode,
    pluginId: string,
    contribution: Contribution | null,
    sentence: Sentence,
  ) {
    super(sentence.en);
    this.code = code;
    this.pluginId = pluginId;
    this.contribution = contribution;
    this.sentence = sentence;
  }

  /** Whether it broke a limit or a type, for which a plugin is quarantined at once. Code that throws may be tried again. */
  get isViolation(): boolean {
    return this.code !== 'THREW' && !harmless.includes(this.code);
  }

  /** Whether it is the plugin's own doing. */
  get isOfPlugin(): boolean {
    return !harmless.includes(this.code);
  }
}
