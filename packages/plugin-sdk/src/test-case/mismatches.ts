import type { TestCase } from './test-case-schema.js';

type Scalar = number | string | boolean | null;

/** Something a case expected and did not get: the tier, or the value of a node. @since 0.1.0 */
export interface Mismatch {
  /** A node's id, or `tier`. */
  readonly what: string;
  readonly expected: Scalar;
  readonly actual: Scalar;
}

/** How far calculated numbers may lie from what a case expects and still count as equal; the margin of comparisons is of this size. */
const relativeTolerance = 1e-9;

function isSame(expected: Scalar, actual: Scalar): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  return Math.abs(expected - actual) <= relativeTolerance * Math.max(1, Math.abs(expected));
}

/**
 * What a reader of a model gave for a case that the case does not expect. Numbers may differ by the margin of comparisons.
 * @param tier - null where it gave none
 * @param valueOf - the value of a node, in the type of what is expected of it
 * @returns the tier first, then nodes in the order of the case; empty for a case that passed
 * @since 0.1.0
 */
export function mismatchesOf(
  { tier: expectedTier, expect = {} }: TestCase,
  tier: string | null,
  valueOf: (node: string, expected: Scalar) => Scalar,
): Mismatch[] {
  const found: Mismatch[] =
    tier === expectedTier ? [] : [{ what: 'tier', expected: expectedTier, actual: tier }];
  for (const [node, expected] of Object.entries(expect)) {
    const actual = valueOf(node, expected);
    if (!isSame(expected, actual)) found.push({ what: node, expected, actual });
  }
  return found;
}
