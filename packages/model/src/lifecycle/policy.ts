import { list, literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { readCondition } from '../rule/read-condition.js';
import type { Lifecycle } from './lifecycle-schema.js';
import type { PreviousInput } from './previous-inputs.js';
import { tierOrder } from './tier-order.js';

/**
 * What a lifecycle did with the tier a subject qualifies for:
 * - `new`: it had no tier of the model, and goes where it qualifies;
 * - `same`: it qualifies for the tier it has; `requalified`: as its validity period ended, so that another begins;
 * - `fast_track`: a fast track led up;
 * - `up`, `down`: it moved to the tier it qualifies for; `one_step_up`, `one_step_down`: only as far as the next tier;
 * - `minimum_stay`, `valid`, `grace`: it stays, because the tier is too young, still valid, or in its grace period.
 * @since 0.1.0
 */
export const policyCodes = [
  'new',
  'same',
  'requalified',
  'fast_track',
  'up',
  'one_step_up',
  'down',
  'one_step_down',
  'minimum_stay',
  'valid',
  'grace',
] as const;

/** One of {@link policyCodes}. @since 0.1.0 */
export type PolicyCode = (typeof policyCodes)[number];

/** What the policy writes where it did `code`: `tier` is the tier that led to, null where the subject stays. */
export type PolicyOutput = (code: PolicyCode, tier: string | null) => ExpressionNode;

const previous = (name: 'tier' | 'days' | 'failingDays' | 'validDays'): PreviousInput => `previous.${name}`;
const held = variable(previous('tier'));

/** Writes the tier. */
export const tierOutput: PolicyOutput = (_code, tier) => (tier === null ? held : literal(tier));

/** Writes the code. */
export const codeOutput: PolicyOutput = (code) => literal(code);

/** Whether fewer than `days` have passed; days that are not known count as none, so that nobody moves for lack of a date. */
function isWithin(name: 'days' | 'failingDays' | 'validDays', days: number): ExpressionNode {
  return operation('<', [variable(previous(name), literal(0)), literal(days)]);
}

const isHeldOneOf = (tiers: readonly string[]): ExpressionNode =>
  tiers.length === 1 && tiers[0] !== undefined
    ? operation('==', [held, literal(tiers[0])])
    : operation('in', [held, list(tiers.map((tier) => literal(tier)))]);

/** `if` over pairs; just the last where there are none. */
function choose(
  pairs: readonly (readonly [ExpressionNode, ExpressionNode])[],
  otherwise: ExpressionNode,
): ExpressionNode {
  return pairs.length === 0 ? otherwise : operation('if', [...pairs.flat(), otherwise]);
}

/** From each of `path` (in the direction of the move, `target` after its last) one step, or the whole way where `isStep` is false. */
function move(
  path: readonly string[],
  target: string,
  isStep: boolean,
  codes: { readonly whole: PolicyCode; readonly step: PolicyCode },
  output: PolicyOutput,
): ExpressionNode {
  const whole = output(codes.whole, target);
  if (!isStep) return whole;
  const steps = path.slice(0, -1).map((tier, index) => {
    const next = path[index + 1] ?? target;
    return [isHeldOneOf([tier]), output(codes.step, next)] as const;
  });
  return choose(steps, whole);
}

/** What holds back a subject that would move up. */
function upHolds(lifecycle: Lifecycle, output: PolicyOutput): (readonly [ExpressionNode, ExpressionNode])[] {
  const { minimumStay } = lifecycle;
  if (minimumStay?.direction !== 'both') return [];
  return [[isWithin('days', minimumStay.days), output('minimum_stay', null)]];
}

/** What holds back a subject that would move down. */
function downHolds(
  lifecycle: Lifecycle,
  output: PolicyOutput,
): (readonly [ExpressionNode, ExpressionNode])[] {
  const { validityDays, minimumStay, graceDays } = lifecycle;
  const holds: (readonly [ExpressionNode, ExpressionNode])[] = [];
  if (validityDays !== undefined) holds.push([isWithin('validDays', validityDays), output('valid', null)]);
  if (minimumStay !== undefined)
    holds.push([isWithin('days', minimumStay.days), output('minimum_stay', null)]);
  if (graceDays !== undefined) holds.push([isWithin('failingDays', graceDays), output('grace', null)]);
  return holds;
}

const isEqual = (a: ExpressionNode, b: ExpressionNode): boolean =>
  a.kind === 'literal' && b.kind === 'literal' && a.value === b.value;

function same(lifecycle: Lifecycle, tier: string, output: PolicyOutput): ExpressionNode {
  const { validityDays } = lifecycle;
  const kept = output('same', tier);
  const renewed = output('requalified', tier);
  if (validityDays === undefined || isEqual(kept, renewed)) return kept;
  return operation('if', [isWithin('validDays', validityDays), kept, renewed]);
}

/**
 * What becomes of a subject that qualifies for `qualified`, as an expression over `previous.*` alone; fast tracks come before it. See
 * `lifecycleSchema` for the policy.
 */
export function policyOutcome(
  document: ModelDocument,
  lifecycle: Lifecycle,
  qualified: string,
  output: PolicyOutput,
): ExpressionNode {
  const order = tierOrder(document);
  const place = order.indexOf(qualified);
  const [lower, higher] = [order.slice(0, place), order.slice(place + 1)];
  const { oneStep } = lifecycle;
  const pairs: (readonly [ExpressionNode, ExpressionNode])[] = [];
  if (higher.length > 0) {
    const isStep = oneStep === 'down' || oneStep === 'both';
    const path = [...higher].reverse();
    const moved = move(path, qualified, isStep, { whole: 'down', step: 'one_step_down' }, output);
    pairs.push([isHeldOneOf(higher), choose(downHolds(lifecycle, output), moved)]);
  }
  if (lower.length > 0) {
    const isStep = oneStep === 'up' || oneStep === 'both';
    const moved = move(lower, qualified, isStep, { whole: 'up', step: 'one_step_up' }, output);
    pairs.push([isHeldOneOf(lower), choose(upHolds(lifecycle, output), moved)]);
  }
  const kept = same(lifecycle, qualified, output);
  const entered = output('new', qualified);
  if (!isEqual(kept, entered)) pairs.push([isHeldOneOf([qualified]), kept]);
  return choose(pairs, entered);
}

/** The fast tracks that can lead up, each with its test, in their order. */
export function fastTrackTests(
  document: ModelDocument,
  lifecycle: Lifecycle,
): { readonly id: string; readonly to: string; readonly test: ExpressionNode }[] {
  const order = tierOrder(document);
  return (lifecycle.fastTracks ?? []).flatMap(({ id, to, when }) => {
    const lower = order.slice(0, Math.max(order.indexOf(to), 0));
    if (lower.length === 0) return [];
    return [{ id, to, test: operation('and', [isHeldOneOf(lower), readCondition(when)]) }];
  });
}
