import type { ModelDocument } from '../document/model-document.js';
import { ModelError } from '../document/model-error.js';
import { makeIssue } from '../check/make-issue.js';
import { compileDocument } from '../lowering/compile-document.js';
import type { SubjectValues } from '../lowering/subject-values.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import type { TierNode } from '../node-kind/tier/tier-node.js';
import { holdsOn, withoutPolicy } from './holds.js';
import { distance, movableOf, type Movable } from './movable.js';
import type { Blocked, ReachOptions, ReachPlan, ReachResult } from './reach-result.js';
import { blockedWords, outcomeWords, planWords, type SpokenChange } from './reach-words.js';
import { flatValues } from './previous-values.js';
import { PlanSearch, type FoundPlan } from './search-plans.js';
import { probeOf, type Values } from './subject-probe.js';

/** The dimensions that the tier rests on and that may be changed, in the order of the document. */
function movablesOf(
  document: ModelDocument,
  sensitivities: ReturnType<typeof probeOf>['sensitivities'],
  values: Values,
  isImproving: boolean,
): Movable[] {
  return document.nodes.flatMap((node): Movable[] => {
    const sensitivity = node.kind === 'dimension' ? sensitivities.get(node.id) : undefined;
    if (node.kind !== 'dimension' || sensitivity === undefined) return [];
    const movable = movableOf(node, sensitivity, values, isImproving);
    return movable === null ? [] : [movable];
  });
}

/** The target, and every better tier where these will do. */
function targetsOf(document: ModelDocument, target: string, orBetter: boolean): ReadonlySet<string> {
  const tiers = document.nodes.filter((node): node is TierNode => node.kind === 'tier');
  const found = tiers.find((tier) => tier.id === target);
  if (found === undefined) {
    const known = tiers.map(({ id }) => id);
    throw new ModelError('UNKNOWN_TIER', `there is no tier "${target}"`, [
      makeIssue(
        'UNKNOWN_TIER',
        ['target'],
        `There is no tier "${target}". Choose one of: ${known.join(', ')}.`,
        `没有层级“${target}”。请选择：${known.join('、')}。`,
        { details: { id: target } },
      ),
    ]);
  }
  return new Set(
    tiers.filter(({ id, rank }) => id === target || (orBetter && rank < found.rank)).map(({ id }) => id),
  );
}

/** Whether the dimension counts the days since the last event, so that an event now puts it to 0. */
function isRecency({ source }: DimensionNode): boolean {
  return source.kind === 'aggregate' && source.measure === 'daysSinceLast';
}

/** Looks for plans in `document`, and evaluates each anew before it is given. */
class Planner {
  readonly #document: ModelDocument;
  readonly #values: Values;
  readonly #targets: ReadonlySet<string>;
  readonly #probe: ReturnType<typeof probeOf>;
  readonly #isImproving: boolean;
  readonly #evaluate: (values: SubjectValues) => string;

  constructor(document: ModelDocument, values: Values, targets: ReadonlySet<string>, options: ReachOptions) {
    this.#document = document;
    this.#values = values;
    this.#targets = targets;
    this.#isImproving = options.isImproving ?? false;
    this.#probe = probeOf(document, options);
    this.#evaluate = compileDocument(document, options).tierOf;
  }

  get evaluations(): number {
    return this.#probe.evaluations;
  }

  tier(values: Values = this.#values): string {
    return this.#evaluate(values);
  }

  search(maximum: number, budget: number, maximumPlans: number) {
    const movables = movablesOf(this.#document, this.#probe.sensitivities, this.#values, this.#isImproving);
    const search = new PlanSearch(this.#probe, this.#values, (tier) => this.#targets.has(tier), budget);
    const { plans, completeChanges } = search.run(movables, maximum);
    const isFree = movables.length <= maximum;
    return {
      plans: plans.flatMap((plan) => this.#plan(plan)).slice(0, maximumPlans),
      completeChanges,
      isFree,
    };
  }

  /** The plan with its words; none if it does not hold what the search said, which would be a fault of the search. */
  #plan({ movables, to, cost }: FoundPlan): ReachPlan[] {
    const after: Values = { ...this.#values };
    movables.forEach(({ node }, index) => (after[node.id] = to[index]?.value));
    const tier = this.tier(after);
    if (!this.#targets.has(tier)) return [];
    const changes = movables.map(({ node, axis, from }, index): SpokenChange => {
      const value = to[index]?.value ?? null;
      const difference = axis === null || from === null ? null : distance(axis, from, value);
      const doesEventNow =
        isRecency(node) &&
        difference !== null &&
        difference < 0 &&
        this.#targets.has(this.tier({ ...after, [node.id]: 0 }));
      return {
        dimension: node.id,
        from,
        to: value,
        difference,
        cost: to[index]?.cost ?? 0,
        node,
        doesEventNow,
      };
    });
    changes.sort((a, b) => this.#place(a.dimension) - this.#place(b.dimension));
    return [
      {
        changes: changes.map(({ node: _node, doesEventNow: _now, ...change }) => change),
        cost,
        tier,
        sentence: planWords(this.#document, changes, this.tier(), tier),
      },
    ];
  }

  #place(id: string): number {
    return this.#document.nodes.findIndex((node) => node.id === id);
  }
}

/**
 * The cheapest changes of one to three dimensions that lead a subject to `target`. Looks at the values where the model changes its
 * mind: next to every constant a dimension is compared with, and where computed scores cross theirs. Dimensions declared
 * `fixed` are left alone, as are values outside a dimension's domain; a change costs its size times the dimension's cost.
 * @param values - of dimensions by id, with `previous.*` where the model has a lifecycle
 * @throws ModelError `INVALID_DOCUMENT`; `UNKNOWN_TIER` when `target` names no tier
 * @example reach(document, { orders: 5, amount: 10000 }, 'gold').plans[0]?.sentence.en
 * @see docs/what-it-takes.md
 * @since 0.1.0
 */
export function reach(
  document: ModelDocument,
  values: SubjectValues,
  target: string,
  options: ReachOptions = {},
): ReachResult {
  const { orBetter = false, maximumChanges = 3, maximumPlans = 5, maximumEvaluations = 300_000 } = options;
  const targets = targetsOf(document, target, orBetter);
  const given = flatValues(values);
  const planner = new Planner(document, given, targets, options);
  const tier = planner.tier();
  const base = { target, tier };
  if (targets.has(tier))
    return {
      ...base,
      isReached: true,
      plans: [],
      blocked: null,
      search: { maximumChanges, completeChanges: maximumChanges, evaluations: planner.evaluations },
      sentence: outcomeWords(document, target, 'reached', maximumChanges),
    };
  const { plans, completeChanges, isFree } = planner.search(maximumChanges, maximumEvaluations, maximumPlans);
  const blocked = plans.length > 0 ? null : blockedOf(document, given, target, targets, options);
  const [first] = plans;
  const isComplete = completeChanges >= maximumChanges;
  const outcome = !isComplete ? 'bounded' : isFree ? 'unreachable' : 'none';
  return {
    ...base,
    isReached: false,
    plans,
    blocked,
    search: { maximumChanges, completeChanges, evaluations: planner.evaluations },
    sentence: first?.sentence ?? blocked?.sentence ?? outcomeWords(document, target, outcome, maximumChanges),
  };
}

/** What holds a subject back that qualifies, or can; null when it cannot qualify either. */
function blockedOf(
  document: ModelDocument,
  values: Values,
  target: string,
  targets: ReadonlySet<string>,
  options: ReachOptions,
): Blocked | null {
  const free = withoutPolicy(document);
  if (free === null) return null;
  const { maximumChanges = 3, maximumPlans = 5, maximumEvaluations = 300_000 } = options;
  const planner = new Planner(free, values, targets, options);
  const isQualified = targets.has(planner.tier());
  const plans = isQualified ? [] : planner.search(maximumChanges, maximumEvaluations, maximumPlans).plans;
  const [first] = plans;
  if (!isQualified && first === undefined) return null;
  const changed: Values = { ...values };
  for (const { dimension, to } of first?.changes ?? []) changed[dimension] = to;
  const { by, tier } = holdsOn(document, changed, targets);
  return { by, plans, tier, sentence: blockedWords(document, target, by, tier, isQualified) };
}
