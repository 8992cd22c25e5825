import { toJsonLogic } from '@terrace/expression';
import type { JsonLogic } from '../../document/json-logic.js';
import type { ModelDocument } from '../../document/model-document.js';
import { valueReferences } from '../../graph/value-references.js';
import { declarationOfNode } from '../../graph/value-declaration.js';
import type { DocumentRule } from '../../rule/rules-of.js';
import { inBoth } from '../../explain/words.js';
import { ruleName } from '../finding/words.js';
import type { Repair } from '../proof.js';

/** Whether the value of `from` rests on that of `to`. */
function restsOn(document: ModelDocument, from: string, to: string): boolean {
  const seen = new Set<string>();
  const visit = (id: string): boolean => {
    if (id === to) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    const node = document.nodes.find((each) => each.id === id);
    return node !== undefined && valueReferences(node).some(visit);
  };
  return visit(from);
}

/** That a rule counts, as a condition that is never unknown. */
function countsLogic(document: ModelDocument, rule: DocumentRule): JsonLogic {
  const node = document.nodes.find(({ id }) => id === rule.nodeId);
  if (node?.kind === 'condition') return { var: node.id };
  const when = toJsonLogic(rule.when) as JsonLogic;
  const isText = node !== undefined && rule.choice === 'first' && declarationOfNode(node)?.type === 'text';
  const test: JsonLogic = isText ? { and: [when, { '==': [{ var: rule.nodeId }, rule.tier] }] } : when;
  return { if: [test, true, false] };
}

/**
 * Lets the rule that loses anyway say so: it holds only where the winning one does not. Nobody's tier changes. Null where the loser is no
 * condition of its own, such as a row of a table.
 */
export function exclusionRepair(
  document: ModelDocument,
  winner: DocumentRule,
  loser: DocumentRule,
): Repair | null {
  const node = document.nodes.find(({ id }) => id === loser.nodeId);
  if (node?.kind !== 'condition' && node?.kind !== 'tier') return null;
  if (node.kind === 'condition' && (restsOn(document, winner.nodeId, node.id) || isRead(document, node.id)))
    return null;
  const own = node.kind === 'condition' ? node.when : node.entry;
  if (own === undefined) return null;
  const logic: JsonLogic = { and: [own, { '!': [countsLogic(document, winner)] }] };
  const replaced = node.kind === 'condition' ? { ...node, when: logic } : { ...node, entry: logic };
  const words = inBoth((language) =>
    language === 'en'
      ? `Let ${ruleName(document, loser, language)} hold only where ${ruleName(document, winner, language)} does not. Nobody's tier changes.`
      : `将${ruleName(document, loser, language)}改为仅在${ruleName(document, winner, language)}不成立时生效，现有层级结果不变。`,
  );
  return { words, replaced: [replaced], added: [], removed: [] };
}

/** Whether other nodes read the node's value, which the repair would change for them. */
function isRead(document: ModelDocument, id: string): boolean {
  return document.nodes.some((node) => valueReferences(node).includes(id));
}
