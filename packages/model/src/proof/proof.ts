import type { Scalar } from '@terrace/expression';
import type { ModelNode } from '../document/node.js';

/** A text in both languages. @since 0.1.0 */
export interface ProofWords {
  readonly en: string;
  readonly 'zh-CN': string;
}

/**
 * What can be wrong with a set of rules:
 * - `gap`: subjects for whom no rule holds;
 * - `missingEdge`: a gap that is the hair's breadth between two rules, such as between `<= 9999` and `>= 10000`, or a single value;
 * - `overlap`: subjects for whom rules of different tiers hold;
 * - `sharedEdge`: an overlap that is the one value at which two rules meet;
 * - `deadRule`: a rule that decides for nobody; `unreachableTier`: a tier that nobody gets;
 * - `weights`: weights of a scorecard that do not sum to 100;
 * - `nonMonotone`: a better value of one dimension that gives a worse tier.
 * @since 0.1.0
 */
export const findingKinds = [
  'gap',
  'missingEdge',
  'overlap',
  'sharedEdge',
  'deadRule',
  'unreachableTier',
  'weights',
  'nonMonotone',
] as const;

/** One of {@link findingKinds}. @since 0.1.0 */
export type FindingKind = (typeof findingKinds)[number];

/** Values of one dimension of a region; a dimension that does not matter is left out of the region. @since 0.1.0 */
export type RegionPart = {
  /** Id of the dimension. */
  readonly dimension: string;
  /** Whether a missing value belongs to the region. */
  readonly missing: boolean;
} & (
  | {
      readonly kind: 'interval';
      /** The ends as JSON holds values of the dimension; null where the side is open. */
      readonly minimum: number | string | null;
      readonly maximum: number | string | null;
      readonly minimumIncluded: boolean;
      readonly maximumIncluded: boolean;
    }
  | {
      readonly kind: 'texts';
      readonly values: readonly string[];
      /** Whether all other texts belong to it, too, `except` those. */
      readonly others: boolean;
      readonly except: readonly string[];
    }
  | { readonly kind: 'booleans'; readonly values: readonly boolean[] }
  | { readonly kind: 'missing' }
);

/** Subjects, as one range of values per dimension. @since 0.1.0 */
export interface Region {
  readonly parts: readonly RegionPart[];
  readonly words: ProofWords;
}

/** One subject, and what the compiled document says of it. @since 0.1.0 */
export interface Witness {
  /** By dimension id; null is missing. */
  readonly values: Readonly<Record<string, Scalar>>;
  /** The tier it gets. */
  readonly tier: string;
  /** Codes of the rules whose conditions hold for it. */
  readonly rules: readonly string[];
}

/** A change of a document that removes a finding. @since 0.1.0 */
export interface Repair {
  readonly words: ProofWords;
  /** Nodes that take the place of those with the same id. */
  readonly replaced: readonly ModelNode[];
  readonly added: readonly ModelNode[];
  /** Ids of nodes that go. */
  readonly removed: readonly string[];
}

/** A fault of a rule set. @since 0.1.0 */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: ProofWords;
  /** Codes of the rules concerned. */
  readonly rules: readonly string[];
  /** The tiers, scorecards or dimensions concerned, by node id. */
  readonly nodes: readonly string[];
  /** For whom; null where the fault is nobody's in particular. */
  readonly region: Region | null;
  /** Subjects that show it; for `nonMonotone` pairs, the one with the worse value first. */
  readonly witnesses: readonly Witness[];
  /** Null where only a person can know what is meant. */
  readonly repair: Repair | null;
}

/** What {@link proveDocument} gives. @since 0.1.0 */
export interface Proof {
  readonly findings: readonly Finding[];
  /** True when every value that a subject can have was looked at: there is no gap, overlap, … that is not listed (or counted in `omitted`). */
  readonly isExact: boolean;
  /** What was taken for granted, and what was only sampled. */
  readonly notes: readonly ProofWords[];
  /** Boxes of values that were looked at. */
  readonly boxes: number;
  /** Single subjects that were tried where boxes did not settle it. */
  readonly samples: number;
  /** Findings of each kind that were found and not listed, because there are too many. */
  readonly omitted: Readonly<Partial<Record<FindingKind, number>>>;
}

/** How to prove. @since 0.1.0 */
export interface ProofOptions {
  /** Steps of work for each question; more than that is sampled. 2 million when absent, about half a second each. */
  readonly effort?: number;
  /** Findings listed per kind. 50 when absent. */
  readonly limit?: number;
  /** What sampling begins at: the same seed gives the same proof. */
  readonly seed?: number;
  /** False composes closures instead of generating code, for pages whose security policy forbids that. True when absent. */
  readonly generateCode?: boolean;
}
