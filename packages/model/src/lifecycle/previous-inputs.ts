import type { InputDeclaration } from '@terrace/expression';

/**
 * What is known of the tier a subject has already, by the name of its variable. All may be missing: a subject without a tier has
 * none of them.
 * - `previous.tier`: id of the tier;
 * - `previous.days`: whole days since it began;
 * - `previous.failingDays`: whole days since the subject first failed to qualify for it; missing while it qualifies;
 * - `previous.validDays`: whole days since its present validity period began.
 * @since 0.1.0
 */
export const previousInputs = {
  'previous.tier': { type: 'text', nullable: true },
  'previous.days': { type: 'number', nullable: true, unit: 'day' },
  'previous.failingDays': { type: 'number', nullable: true, unit: 'day' },
  'previous.validDays': { type: 'number', nullable: true, unit: 'day' },
} as const satisfies Readonly<Record<string, InputDeclaration>>;

/** The name of one of {@link previousInputs}. @since 0.1.0 */
export type PreviousInput = keyof typeof previousInputs;

/** The names of {@link previousInputs}. @since 0.1.0 */
export const previousNames = Object.keys(previousInputs) as readonly PreviousInput[];

/** Whether `name` is one of {@link previousInputs}. */
export function isPreviousInput(name: string): name is PreviousInput {
  return Object.hasOwn(previousInputs, name);
}
