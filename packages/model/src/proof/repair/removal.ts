import type { ModelDocument } from '../../document/model-document.js';
import type { ModelNode } from '../../document/node.js';
import { valueReferences } from '../../graph/value-references.js';
import type { DocumentRule } from '../../rule/rules-of.js';
import type { Edits } from './edits.js';

/** The node without one of its rules; null where nothing of it would be left, undefined where that cannot be said. */
function withoutRule(node: ModelNode, rule: DocumentRule, isRead: boolean): ModelNode | null | undefined {
  switch (node.kind) {
    case 'condition': {
      const { tier: _, ...rest } = node;
      return isRead ? rest : null;
    }
    case 'decisionTable': {
      const rows = node.rows.filter((row) => rule.code !== `${node.id}.${row.id}`);
      return rows.length === 0 && !isRead ? null : { ...node, rows };
    }
    case 'matrix': {
      const place = Number(rule.code.slice(node.id.length + 1));
      return { ...node, cells: node.cells.map((cell, index) => (index === place ? null : cell)) };
    }
    case 'tier': {
      const { entry: _, ...rest } = node;
      return rest;
    }
    default:
      return undefined;
  }
}

/** Takes rules out of a document, nodes without any other use included; null where that cannot be said. */
export function removeRules(document: ModelDocument, rules: readonly DocumentRule[]): Edits | null {
  const nodes = new Map(document.nodes.map((node): [string, ModelNode | null] => [node.id, node]));
  const read = new Set(document.nodes.flatMap((node) => valueReferences(node)));
  const touched = new Set<string>();
  for (const rule of rules) {
    const node = nodes.get(rule.nodeId);
    if (node === null || node === undefined) continue;
    const rest = withoutRule(node, rule, read.has(node.id));
    if (rest === undefined) return null;
    nodes.set(node.id, rest);
    touched.add(node.id);
  }
  const ids = [...touched];
  return {
    replaced: ids.flatMap((id) => nodes.get(id) ?? []),
    added: [],
    removed: ids.filter((id) => nodes.get(id) === null),
  };
}

/** Takes a tier out of a document with its actions and rules; null where its lifecycle names the tier, or where that cannot be said. */
export function removeTier(
  document: ModelDocument,
  tier: string,
  rules: readonly DocumentRule[],
): Edits | null {
  const { lifecycle } = document;
  if (
    lifecycle?.stages?.includes(tier) === true ||
    lifecycle?.fastTracks?.some(({ to }) => to === tier) === true
  )
    return null;
  const edits = removeRules(
    document,
    rules.filter((rule) => rule.nodeId !== tier),
  );
  if (edits === null) return null;
  const actions = document.nodes.filter((node) => node.kind === 'action' && node.tier === tier);
  return { ...edits, removed: [...edits.removed, tier, ...actions.map(({ id }) => id)] };
}
