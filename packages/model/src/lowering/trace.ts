import type { Scalar } from '@terrace/expression';
import type { PolicyCode } from '../lifecycle/policy.js';

/** Why a subject has its tier, as data. Plain values, so that it can be stored and sent. @since 0.1.0 */
export interface Trace {
  readonly tier: string;
  /** The tier the rules give, before the lifecycle. */
  readonly qualified: string;
  /** The code of the rule that gave `qualified`, or `fallback`; see `rulesOf`. */
  readonly reason: string;
  /** What the lifecycle did; null for a model without one. */
  readonly policy: PolicyCode | null;
  /** The id of the fast track that led up. */
  readonly fastTrack: string | null;
  /** Value of every node that computes one, by node id. */
  readonly values: Record<string, Scalar>;
  /**
   * What decided in nodes of several parts, by node id: the id of the row of a decision table, the number of the band (from 0), …;
   * for the items of a scorecard by `<node>.<item>`.
   */
  readonly decidedBy: Record<string, string | null>;
}
