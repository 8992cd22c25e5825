import { describe, expect, it } from '@jest/globals';
import { toJsonLogic } from '@terrace/expression';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { checkDocument } from '../check/check-document.js';
import type { ModelDocument } from '../document/model-document.js';
import { explain } from '../explain/explain.js';
import { compileDocument } from '../lowering/compile-document.js';
import { stagedTier } from '../lowering/staged-tier.js';
import { tierJsonLogic } from '../lowering/tier-json-logic.js';
import { condition, model, tier } from '../testing/documents.js';
import { lifecycleDocuments, lifecycleSubjects } from '../testing/lifecycle-documents.js';
import { rulesOf } from '../rule/rules-of.js';
import { tierOrder } from './tier-order.js';

const flat = (values: Readonly<Record<string, unknown>>) => {
  const { previous, ...rest } = values;
  const nested = Object.entries((previous ?? {}) as object).map(
    ([name, value]: [string, unknown]) => [`previous.${name}`, value] as const,
  );
  return { ...rest, ...Object.fromEntries(nested) } as Parameters<typeof explain>[1];
};

type Holds = (values: object) => boolean;

/** Whether each fast track holds: as a model of its own, with the dimensions of the document and whatever it reads. */
function fastTracks(document: ModelDocument): readonly Holds[] {
  const dimensions = document.nodes.filter((node) => node.kind === 'dimension');
  return (document.lifecycle?.fastTracks ?? []).map(({ when }) => {
    const rule = model([...dimensions, condition('rule', when, 'yes'), tier('yes', 1), tier('no', 2)], 'no');
    const exported = tierJsonLogic(rule) as Parameters<typeof jsonLogic.apply>[0];
    return (values) => jsonLogic.apply(exported, values) === 'yes';
  });
}

/** The policy as its definition reads, step by step, without the expression. */
function byDefinition(
  document: ModelDocument,
  values: Readonly<Record<string, unknown>>,
  qualified: string,
  holds: readonly Holds[],
): [string, string | null] {
  const { lifecycle } = document;
  if (lifecycle === undefined) return [qualified, null];
  const order = tierOrder(document);
  const previous = values['previous'] as Record<string, string | number | null | undefined>;
  const held = previous['tier'] ?? '';
  const from = order.indexOf(String(held));
  if (from < 0) return [qualified, 'new'];
  for (const [index, { to }] of (lifecycle.fastTracks ?? []).entries())
    if (order.indexOf(to) > from && holds[index]?.(values) === true) return [to, 'fast_track'];
  const to = order.indexOf(qualified);
  const isWithin = (name: string, days: number | undefined) =>
    days !== undefined && Number(previous[name] ?? 0) < days;
  const { minimumStay, validityDays, graceDays, oneStep } = lifecycle;
  if (to === from)
    return [
      qualified,
      validityDays !== undefined && !isWithin('validDays', validityDays) ? 'requalified' : 'same',
    ];
  if (to > from) {
    if (minimumStay?.direction === 'both' && isWithin('days', minimumStay.days))
      return [String(held), 'minimum_stay'];
    return (oneStep === 'up' || oneStep === 'both') && to > from + 1
      ? [order[from + 1] ?? '', 'one_step_up']
      : [qualified, 'up'];
  }
  if (isWithin('validDays', validityDays)) return [String(held), 'valid'];
  if (isWithin('days', minimumStay?.days)) return [String(held), 'minimum_stay'];
  if (isWithin('failingDays', graceDays)) return [String(held), 'grace'];
  return (oneStep === 'down' || oneStep === 'both') && to < from - 1
    ? [order[from - 1] ?? '', 'one_step_down']
    : [qualified, 'down'];
}

describe('a random document with a lifecycle', () => {
  it('gives one tier, generated, composed, explained, as stock JSON Logic and by definition', () => {
    const policies = new Map<string | null, number>();
    fc.assert(
      fc.property(
        lifecycleDocuments,
        fc.array(lifecycleSubjects, { minLength: 5, maxLength: 15 }),
        (document, rows) => {
          expect(checkDocument(document).filter((issue) => issue.severity === 'error')).toEqual([]);
          const generated = compileDocument(document, { generateCode: true });
          const composed = compileDocument(document, { generateCode: false });
          const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
          const staged = toJsonLogic(stagedTier(document)) as Parameters<typeof jsonLogic.apply>[0];
          const rules = rulesOf(document);
          const holds = fastTracks(document);
          for (const [index, values] of rows.entries()) {
            const trace = generated.trace(values);
            const [tier, policy] = byDefinition(document, values, trace.qualified, holds);
            const answers = [
              composed.trace(values).tier,
              composed.trace(flat(values)).tier,
              generated.evaluate(flat(values)).tier,
              jsonLogic.apply(exported, values),
              jsonLogic.apply(staged, values),
              // Sentences cost far more than the answer they are about.
              ...(index < 2 ? [explain(document, values).tier] : []),
              tier,
            ];
            if (!answers.every((answer) => answer === trace.tier) || policy !== trace.policy)
              expect({ values, answers, policy: trace.policy }).toEqual({
                values,
                answers: answers.map(() => trace.tier),
                policy,
              });
            const rule = rules.find((each) => each.code === trace.reason);
            if ((rule?.tier ?? document.fallback) !== trace.qualified)
              expect({ values, reason: trace.reason }).toEqual({ values, reason: `of ${trace.qualified}` });
            policies.set(trace.policy, (policies.get(trace.policy) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 60 },
    );
    // Every branch of the policy was met, so nothing above was true for lack of cases.
    expect(policies.size).toBeGreaterThanOrEqual(10);
  });
});
