import type { Scalar } from '@terrace/expression';
import type { BothLanguages } from '../explain/words.js';

/** One dimension of a plan. @since 0.1.0 */
export interface PlannedChange {
  /** Id of the dimension. */
  readonly dimension: string;
  /** Its value now; null when missing. */
  readonly from: Scalar;
  readonly to: Scalar;
  /** `to` less `from`, in the dimension's unit (days for a date or an instant); null for a text, a boolean and a missing value. */
  readonly difference: number | null;
  readonly cost: number;
}

/** Changes that lead to the target; evaluated with exactly these values before it was given. @since 0.1.0 */
export interface ReachPlan {
  readonly changes: readonly PlannedChange[];
  /** Sum of the costs of the changes. */
  readonly cost: number;
  /** The tier it leads to: the target, or a better one where that was asked for. */
  readonly tier: string;
  /** "2 more orders and … make it “Gold”." */
  readonly sentence: BothLanguages;
}

/** What a lifecycle holds a subject back with. @since 0.1.0 */
export type Hold = 'minimumStay' | 'oneStep' | 'graceDays' | 'validityDays' | 'keep';

/** Why the policy of the model does not let a subject into a tier it could qualify for. @since 0.1.0 */
export interface Blocked {
  /** What holds it back; without any one of these alone it would move at once. Several that only hold together are all named. */
  readonly by: readonly Hold[];
  /** What would make it qualify; empty when it qualifies already. */
  readonly plans: readonly ReachPlan[];
  /** Where it would be with the first of the plans, or is now when there is none. */
  readonly tier: string;
  readonly sentence: BothLanguages;
}

/** What it takes to reach a tier. @since 0.1.0 */
export interface ReachResult {
  readonly target: string;
  /** The tier with the values as given. */
  readonly tier: string;
  /** Whether that is the target already (or better, where that was asked for). */
  readonly isReached: boolean;
  /** Ways to the target, the cheapest first; none contains the dimensions of a cheaper one. */
  readonly plans: readonly ReachPlan[];
  /** Set when the subject qualifies, or can, and the lifecycle or a keep condition holds it back. */
  readonly blocked: Blocked | null;
  readonly search: {
    /** The most dimensions changed at once. */
    readonly maximumChanges: number;
    /** With this many changes and fewer, nothing cheaper was overlooked; below `maximumChanges` the search was bounded. */
    readonly completeChanges: number;
    /** Subjects evaluated. */
    readonly evaluations: number;
  };
  readonly sentence: BothLanguages;
}

/** How to search. @since 0.1.0 */
export interface ReachOptions {
  /** A tier of better rank will do as well. False when absent. */
  readonly orBetter?: boolean;
  /**
   * Dimensions move only the way that is good: as `better` declares, else more events, larger sums and fewer days since the last event.
   * False when absent.
   */
  readonly isImproving?: boolean;
  /** The most dimensions changed at once, 1 to 3; 3 when absent. */
  readonly maximumChanges?: 1 | 2 | 3;
  /** The most plans given; 5 when absent. */
  readonly maximumPlans?: number;
  /** The most subjects evaluated before the search ends, 300,000 when absent: about half a second. */
  readonly maximumEvaluations?: number;
  /** False composes closures instead of generating code, for pages whose security policy forbids that. True when absent. */
  readonly generateCode?: boolean;
}
