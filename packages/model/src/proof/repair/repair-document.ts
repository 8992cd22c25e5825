import type { ModelDocument } from '../../document/model-document.js';
import type { Finding, ProofOptions } from '../proof.js';
import { proveDocument } from '../prove-document.js';
import { applyRepair } from './apply-repair.js';

/** Repairs made in a row; a document that needs more is repaired in several goes. */
const maxRepairs = 100;

/** What {@link repairDocument} gives. @since 0.1.0 */
export interface RepairedDocument {
  readonly document: ModelDocument;
  /** The findings that were repaired, in that order. */
  readonly repaired: readonly Finding[];
}

/**
 * Makes the proposed repairs of errors and warnings, one at a time and each on the proof of what the one before left, until none is
 * left. Findings for information are left alone: they are how the model is meant.
 * @since 0.1.0
 */
export function repairDocument(document: ModelDocument, options: ProofOptions = {}): RepairedDocument {
  let current = document;
  const repaired: Finding[] = [];
  const seen = new Set<string>();
  while (repaired.length < maxRepairs) {
    // A finding that comes back in the same words is not repaired a second time, so that this ends.
    const next = proveDocument(current, options).findings.find(
      ({ severity, repair, kind, message }) =>
        severity !== 'info' && repair !== null && !seen.has(`${kind} ${message.en}`),
    );
    if (next?.repair === undefined || next.repair === null) break;
    seen.add(`${next.kind} ${next.message.en}`);
    current = applyRepair(current, next.repair);
    repaired.push(next);
  }
  return { document: current, repaired };
}
