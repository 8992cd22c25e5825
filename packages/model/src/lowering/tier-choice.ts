import { literal, operation, variable, type ExpressionNode } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { declarationOfNode } from '../graph/value-declaration.js';
import { codeOutput, fastTrackTests, policyOutcome, tierOutput } from '../lifecycle/policy.js';
import { kindOf } from '../node-kind/registry.js';
import { nodeRules } from '../rule/rules-of-node.js';
import { waysToTiers, type Way } from '../rule/rules-of.js';
import { replaceResults } from './replace-results.js';

/** The reason of a subject for whom no rule holds. @since 0.1.0 */
export const fallbackReason = 'fallback';

/** Whether a way leads to its tier: as its node's value says where it has one, else by the rules themselves. */
function wayTest({ node, rules }: Way, tier: string): ExpressionNode {
  const declaration = declarationOfNode(node);
  if (declaration?.type === 'boolean') return variable(node.id);
  if (declaration !== null) return operation('==', [variable(node.id), literal(tier)]);
  return anyOf(rules.map((rule) => rule.when));
}

function anyOf(tests: readonly ExpressionNode[]): ExpressionNode {
  const [first] = tests;
  if (first === undefined) return literal(false);
  return tests.length === 1 ? first : operation('or', tests);
}

/** `if` over the tiers in order of precedence, each with what leads to it; `otherwise` where nothing does. */
function chain(
  document: ModelDocument,
  resultOf: (tier: string, ways: readonly Way[]) => ExpressionNode,
  otherwise: ExpressionNode,
): ExpressionNode {
  const operands = waysToTiers(document).flatMap(({ tier, ways }): ExpressionNode[] =>
    ways.length === 0 ? [] : [anyOf(ways.map((way) => wayTest(way, tier.id))), resultOf(tier.id, ways)],
  );
  return operands.length === 0 ? otherwise : operation('if', [...operands, otherwise]);
}

/** The node that alone leads to tiers, its value being the tier; null where others have a say. */
export function onlyRouter(document: ModelDocument): ModelNode | null {
  const routers = document.nodes.filter((node) => (nodeRules(node)?.rules ?? []).length > 0);
  const [first] = routers;
  if (routers.length !== 1 || first === undefined) return null;
  return declarationOfNode(first)?.type === 'text' ? first : null;
}

/**
 * The tier a subject qualifies for, over the values of nodes: of all rules that hold, the one first in the order of precedence; else the
 * fallback.
 */
export function qualifiedSource(document: ModelDocument): ExpressionNode {
  const router = onlyRouter(document);
  const fallback = literal(document.fallback);
  if (router !== null)
    return operation('if', [operation('missing', [literal(router.id)]), fallback, variable(router.id)]);
  return chain(document, (tier) => literal(tier), fallback);
}

/** More rules than this are not tried one after another where the node itself can tell which it was. */
const fewRules = 6;

/** Which rule of a way it was: the first that holds, so the last needs no test. */
function reasonOfWay({ node, rules }: Way): ExpressionNode {
  const last = rules.at(-1);
  if (last === undefined) return literal(fallbackReason);
  const decider =
    rules.length > fewRules
      ? kindOf(node)
          .deciders?.(node)
          .find((each) => each.code === node.id)
      : undefined;
  const codes = new Set(rules.map(({ code }) => code));
  const codeOf = (part: string | null) => {
    const code = `${node.id}.${part}`;
    return literal(part === null ? fallbackReason : codes.has(code) ? code : last.code);
  };
  const decided = decider === undefined ? null : replaceResults(decider.expression, codeOf);
  if (decided !== null) return decided;
  const operands = rules.slice(0, -1).flatMap((rule) => [rule.when, literal(rule.code)]);
  return operands.length === 0 ? literal(last.code) : operation('if', [...operands, literal(last.code)]);
}

/** The code of the rule that gave the qualified tier, or {@link fallbackReason}. */
export function reasonSource(document: ModelDocument): ExpressionNode {
  const reasonOf = (tier: string, ways: readonly Way[]): ExpressionNode => {
    const last = ways.at(-1);
    if (last === undefined) return literal(fallbackReason);
    const operands = ways.slice(0, -1).flatMap((way) => [wayTest(way, tier), reasonOfWay(way)]);
    return operands.length === 0 ? reasonOfWay(last) : operation('if', [...operands, reasonOfWay(last)]);
  };
  return chain(document, reasonOf, literal(fallbackReason));
}

/** `source` with the results of fast tracks before it. */
function afterFastTracks(
  document: ModelDocument,
  resultOf: (track: { readonly id: string; readonly to: string }) => ExpressionNode,
  source: ExpressionNode,
): ExpressionNode {
  const tracks = document.lifecycle === undefined ? [] : fastTrackTests(document, document.lifecycle);
  if (tracks.length === 0) return source;
  return operation('if', [...tracks.flatMap((track) => [track.test, resultOf(track)]), source]);
}

/** What becomes of a subject that qualifies for a tier. */
export type Outcome = (qualified: string) => ExpressionNode;

/**
 * The tier as an expression over the values of nodes and `previous.*`: what the lifecycle makes of the qualified tier.
 * @param choose - writes the choice of the qualified tier with, instead of the tier, what becomes of who qualifies; null where it cannot
 */
export function tierSource(
  document: ModelDocument,
  choose: (outcome: Outcome) => ExpressionNode | null = () => null,
): ExpressionNode {
  const { lifecycle } = document;
  if (lifecycle === undefined) return choose((tier) => literal(tier)) ?? qualifiedSource(document);
  const outcome: Outcome = (tier) => policyOutcome(document, lifecycle, tier, tierOutput);
  const chosen = choose(outcome) ?? chain(document, outcome, outcome(document.fallback));
  return afterFastTracks(document, (track) => literal(track.to), chosen);
}

/** The code of what the lifecycle did; null for a document without one. */
export function policySource(document: ModelDocument): ExpressionNode | null {
  const { lifecycle } = document;
  if (lifecycle === undefined) return null;
  const outcome: Outcome = (tier) => policyOutcome(document, lifecycle, tier, codeOutput);
  const chosen = chain(document, outcome, outcome(document.fallback));
  return afterFastTracks(document, () => codeOutput('fast_track', null), chosen);
}

/** The id of the fast track that led up, or null; null for a document without fast tracks. */
export function fastTrackSource(document: ModelDocument): ExpressionNode | null {
  const source = afterFastTracks(document, (track) => literal(track.id), literal(null));
  return source.kind === 'operation' ? source : null;
}
