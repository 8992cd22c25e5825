import { variablesOf } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { valueReferences } from '../graph/value-references.js';
import type { Trace } from '../lowering/trace.js';
import { conditionReferences } from '../rule/read-condition.js';
import { waysToTiers, type DocumentRule } from '../rule/rules-of.js';

/** The rules that counted for a subject, in order of precedence, at most one per node and tier. */
export function countingRules(document: ModelDocument, trace: Trace): DocumentRule[] {
  return waysToTiers(document).flatMap(({ tier, ways }) =>
    ways.flatMap(({ node, rules }): DocumentRule[] => {
      const reason = rules.find((rule) => rule.code === trace.reason);
      if (reason !== undefined) return [reason];
      const value = Object.hasOwn(trace.values, node.id) ? trace.values[node.id] : undefined;
      if (value === true) return rules.slice(0, 1);
      const part = Object.hasOwn(trace.decidedBy, node.id) ? trace.decidedBy[node.id] : undefined;
      if (value !== undefined && value !== tier.id) return [];
      const found = rules.find((rule) => rule.code === `${node.id}.${part}`);
      return found === undefined ? [] : [found];
    }),
  );
}

/** Ids of what `rules` rest on: their nodes and everything these looked at. Inputs that a rule leaves open had no say. */
export function decisiveIds(
  rules: readonly DocumentRule[],
  nodes: ReadonlyMap<string, ModelNode>,
): ReadonlySet<string> {
  const decisive = new Set<string>();
  const visit = (id: string, references: readonly string[]): void => {
    decisive.add(id);
    for (const each of references) {
      const read = nodes.get(each);
      if (read !== undefined && !decisive.has(each)) visit(each, valueReferences(read));
    }
  };
  for (const rule of rules) visit(rule.nodeId, variablesOf(rule.when));
  return decisive;
}

/** Ids of what the fast track that led up looked at. */
export function fastTrackReferences(document: ModelDocument, id: string | null): string[] {
  return conditionReferences(document.lifecycle?.fastTracks?.find((track) => track.id === id)?.when);
}
