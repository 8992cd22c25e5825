import type { LocalizedText } from '../document/localized-text.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import type { TemplateParameter } from './template-parameter.js';

/** A dimension that code of a plugin computes. @since 0.1.0 */
export interface KnownCodeDimension {
  /** Inside the plugin. */
  readonly id: string;
  readonly subjectType: string;
  readonly valueType: DimensionNode['valueType'];
  readonly parameters: readonly TemplateParameter[];
}

/** An action that code of a plugin performs. @since 0.1.0 */
export interface KnownCodeAction {
  /** Inside the plugin. */
  readonly id: string;
  readonly parameters: readonly TemplateParameter[];
}

/** A plugin with code, as far as models have to do with it. @since 0.1.0 */
export interface KnownPlugin {
  readonly version: string;
  /** `enabled`: its code can be used; the others cannot, and `reason` says why where there is more to say than the state. */
  readonly state: 'enabled' | 'disabled' | 'quarantined' | 'faulty';
  readonly reason: LocalizedText | null;
  readonly dimensions: readonly KnownCodeDimension[];
  readonly actions: readonly KnownCodeAction[];
}

/** The plugins there are, by id; what a model's use of their code is checked against. @since 0.1.0 */
export type KnownCode = ReadonlyMap<string, KnownPlugin>;
