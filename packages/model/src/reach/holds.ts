import type { ModelDocument } from '../document/model-document.js';
import { compileDocument } from '../lowering/compile-document.js';
import type { Hold } from './reach-result.js';
import type { Values } from './subject-probe.js';

function withoutKeep(document: ModelDocument): ModelDocument {
  const nodes = document.nodes.map((node) => {
    if (node.kind !== 'tier') return node;
    const { keep: _keep, ...rest } = node;
    return rest;
  });
  return { ...document, nodes };
}

function withoutLifecycle(document: ModelDocument): ModelDocument {
  const { lifecycle: _lifecycle, ...rest } = document;
  return rest;
}

/** The holds that the document declares. */
function declaredHolds(document: ModelDocument): Hold[] {
  const { lifecycle } = document;
  const declared: Hold[] = [];
  if (lifecycle?.minimumStay !== undefined) declared.push('minimumStay');
  if (lifecycle?.oneStep !== undefined) declared.push('oneStep');
  if (lifecycle?.graceDays !== undefined) declared.push('graceDays');
  if (lifecycle?.validityDays !== undefined) declared.push('validityDays');
  if (document.nodes.some((node) => node.kind === 'tier' && node.keep !== undefined)) declared.push('keep');
  return declared;
}

function without(document: ModelDocument, hold: Hold): ModelDocument {
  if (hold === 'keep') return withoutKeep(document);
  const { [hold]: _hold, ...rest } = document.lifecycle ?? {};
  return { ...document, lifecycle: rest };
}

/** The model without lifecycle and keep conditions: what a subject qualifies for. Null when it has neither. */
export function withoutPolicy(document: ModelDocument): ModelDocument | null {
  if (document.lifecycle === undefined && declaredHolds(document).length === 0) return null;
  return withoutLifecycle(withoutKeep(document));
}

/**
 * What keeps a subject that qualifies for one of `targets` out of it: every hold without which it would move at once; where none alone
 * does, all that are declared.
 */
export function holdsOn(
  document: ModelDocument,
  values: Values,
  targets: ReadonlySet<string>,
): { readonly by: readonly Hold[]; readonly tier: string } {
  const tierIn = (each: ModelDocument): string =>
    compileDocument(each, { generateCode: false }).tierOf(values);
  const declared = declaredHolds(document);
  const single = declared.filter((hold) => targets.has(tierIn(without(document, hold))));
  return { by: single.length > 0 ? single : declared, tier: tierIn(document) };
}
