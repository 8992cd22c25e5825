import type { Scalar } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { BothLanguages } from '../explain/words.js';
import { tierOrder } from '../lifecycle/tier-order.js';
import { compileDocument, type CompileOptions } from '../lowering/compile-document.js';
import type { SubjectValues } from '../lowering/subject-values.js';
import { flatValues } from '../reach/previous-values.js';
import { probeOf, type Values } from '../reach/subject-probe.js';
import { asOfDay, dateText, dayNumber, startOfDay } from './calendar.js';
import { futureOf, type Future } from './future-values.js';
import { validityWords } from './validity-words.js';

/** As of when the values hold, and what is known of the windows. @since 0.1.0 */
export interface ValidityOptions extends CompileOptions {
  /** The last day counted (`YYYY-MM-DD`), or an instant. */
  readonly asOf: string;
  /** IANA name of the workspace's time zone; `UTC` when absent. */
  readonly timeZone?: string;
  /**
   * Per dimension with a window, the first as-of day on which its oldest event is no longer counted; null when it has none. Without
   * it every day is a possible one.
   */
  readonly leaving?: Readonly<Record<string, string | null>>;
  /** How far to look, in days; ten years (3653) when absent. */
  readonly horizonDays?: number;
}

/** The next day on which a tier could change by time alone. @since 0.1.0 */
export interface ValidUntil {
  readonly tier: string;
  /** The first as-of day with another tier; null when there is none up to the horizon. */
  readonly at: string | null;
  /** The instant at which that day begins in the time zone. */
  readonly instant: string | null;
  /** Days from the as-of day to `at`. */
  readonly days: number | null;
  /** The tier it becomes; null when that depends on events that are not known. */
  readonly nextTier: string | null;
  /** The dimensions (or `previous.*`) whose going on changes the tier. */
  readonly causes: readonly string[];
  /** True when events that are not known decide: before `at` the tier stays, on it or later it may change. */
  readonly isBound: boolean;
  readonly horizonDays: number;
  readonly sentence: BothLanguages;
}

/** More combinations of unknown values than this are not tried; the tier then counts as open. */
const maxCombinations = 2000;
const defaultHorizonDays = 3653;
const counted = ['previous.days', 'previous.failingDays', 'previous.validDays'] as const;

/** Every combination of the possible values; null when there are too many or something may be anything. */
function combinations(futures: readonly Future[], days: number): Record<string, Scalar>[] | null {
  let all: Record<string, Scalar>[] = [{}];
  for (const future of futures) {
    const possible = future.after(days);
    if (possible === null || all.length * possible.length > maxCombinations) return null;
    all = all.flatMap((chosen) => possible.map((value) => ({ ...chosen, [future.dimension]: value })));
  }
  return all;
}

/** How the days a lifecycle counts go on. Failing begins on the first day on which the subject no longer qualifies for its tier. */
class PreviousDays {
  readonly #values: Values;
  readonly #isFailing: ((values: Values) => boolean) | null;
  #failingSince: number | null;

  constructor(document: ModelDocument, values: Values, options: CompileOptions) {
    this.#values = values;
    const failing = values['previous.failingDays'];
    this.#failingSince = failing === null || failing === undefined ? null : -Number(failing);
    const held = values['previous.tier'];
    this.#isFailing = null;
    if (document.lifecycle === undefined || held === null || held === undefined) return;
    const { lifecycle: _lifecycle, ...rest } = document;
    const { tierOf } = compileDocument(rest, options);
    const order = tierOrder(document);
    this.#isFailing = (given) => order.indexOf(tierOf(given)) < order.indexOf(String(held));
  }

  /** `values` as they are `days` later, of which the dimensions were changed already. */
  after(values: Values, days: number): Values {
    if (this.#isFailing === null) return values;
    const later = { ...values };
    for (const name of counted) {
      const value = this.#values[name];
      if (value !== null && value !== undefined) later[name] = Number(value) + days;
    }
    this.#failingSince = this.#isFailing(later) ? (this.#failingSince ?? days) : null;
    later['previous.failingDays'] = this.#failingSince === null ? null : days - this.#failingSince;
    return later;
  }
}

/**
 * The next day on which the tier of a subject could change although nothing is recorded: days since something grow, events leave
 * windows, the days of a lifecycle run. Exact by evaluating every day up to the horizon, as runs of every day would.
 * @param values - of dimensions by id as of `asOf`, with `previous.*` where the model has a lifecycle
 * @throws ModelError `INVALID_DOCUMENT`
 * @throws RangeError for a time zone that is none
 * @see docs/what-it-takes.md
 * @since 0.1.0
 */
export function validUntil(
  document: ModelDocument,
  values: SubjectValues,
  options: ValidityOptions,
): ValidUntil {
  const { timeZone = 'UTC', horizonDays = defaultHorizonDays, leaving = {} } = options;
  const given = flatValues(values);
  const asOf = asOfDay(options.asOf, timeZone);
  const probe = probeOf(document, options);
  const tier = probe.tierOf(given);
  const futures = document.nodes.flatMap((node): Future[] => {
    const sensitivity = node.kind === 'dimension' ? probe.sensitivities.get(node.id) : undefined;
    if (node.kind !== 'dimension' || sensitivity === undefined) return [];
    const date = leaving[node.id];
    const daysLeft = typeof date === 'string' ? dayNumber(date) - asOf : date;
    const future = futureOf(node, sensitivity, given, asOf, daysLeft);
    return future === null ? [] : [future];
  });
  const previous = new PreviousDays(document, given, options);
  const names = [...futures.map(({ dimension }) => dimension), ...counted];
  let before = given;
  for (let days = 1; days <= horizonDays; days++) {
    const all = combinations(futures, days);
    const [first] = all ?? [];
    const later = previous.after({ ...given, ...first }, days);
    const tiers = all?.map((chosen) => probe.tierOf({ ...later, ...chosen }));
    if (tiers?.every((each) => each === tier) === true) {
      before = later;
      continue;
    }
    const [next] = new Set(tiers);
    const isBound = tiers === undefined || tiers.some((each) => each !== next);
    const open = futures
      .filter((future) => future.after(days)?.length !== 1)
      .map(({ dimension }) => dimension);
    // What, had it stood still on this day, would have kept the tier.
    const decisive = names.filter(
      (name) => later[name] !== before[name] && probe.tierOf({ ...later, [name]: before[name] }) === tier,
    );
    const moved = names.filter((name) => later[name] !== before[name]);
    const causes = isBound ? open : decisive.length > 0 ? decisive : moved;
    const found = {
      tier,
      at: dateText(asOf + days),
      instant: startOfDay(asOf + days, timeZone),
      days,
      nextTier: isBound ? null : (next ?? null),
      causes,
      isBound,
      horizonDays,
    };
    return { ...found, sentence: validityWords(document, found, later) };
  }
  const none = {
    tier,
    at: null,
    instant: null,
    days: null,
    nextTier: null,
    causes: [],
    isBound: false,
    horizonDays,
  };
  return { ...none, sentence: validityWords(document, none, given) };
}
