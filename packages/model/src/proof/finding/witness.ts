import type { Formula } from '../logic/formula.js';
import type { Verification } from '../logic/engine.js';
import type { Witness } from '../proof.js';
import type { Box } from '../space/box.js';
import type { FoundBox } from '../space/solve.js';
import type { ProofSpace } from '../space/space.js';

/** Subjects tried before a region is taken to have none that bears the claim out. */
const maxTries = 12;

/** A subject of the proof with what the engine says of it. */
export interface CheckedSubject {
  readonly subject: Box;
  readonly verification: Verification;
}

/** A subject as it is reported. */
export function witnessOf(space: ProofSpace, { subject, verification }: CheckedSubject): Witness {
  return {
    values: space.engine.subject(subject.values ?? []),
    tier: verification.tier,
    rules: verification.holding,
  };
}

/**
 * A subject of a found region for whom the engine itself says what is claimed; null where the region has no subject, or none that bears
 * the claim out.
 */
export function findWitness(
  space: ProofSpace,
  found: FoundBox,
  claim: (verification: Verification) => boolean,
  formula: Formula = true,
): CheckedSubject | null {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const subject =
      attempt === 0 && found.subject !== null ? found.subject : space.subjectIn(found.box, attempt > 0);
    if (subject === null) return null;
    if (!space.holdsFor(formula, subject)) continue;
    const verification = space.verify(subject);
    if (claim(verification)) return { subject, verification };
  }
  // The engine disagrees, by a margin in the last digit: nothing is claimed that it does not bear out.
  space.effort.isSampled = true;
  return null;
}
