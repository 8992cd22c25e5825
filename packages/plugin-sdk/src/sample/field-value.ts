import type { Language } from '@terrace/model';
import type { FieldGenerator } from '../sample-schema.js';
import { personName } from './names.js';
import { bell, exponential } from './random.js';

/** What generating a value may look at. */
export interface FieldContext {
  readonly random: () => number;
  /** Number of the record, from 1. */
  readonly number: number;
  /** The subject's own level, from a bell curve of mean 0. */
  readonly level: number;
}

function choose(
  values: readonly { readonly value: string; readonly weight: number }[],
  random: () => number,
): string {
  let rest = random() * values.reduce((sum, { weight }) => sum + weight, 0);
  for (const { value, weight } of values) {
    rest -= weight;
    if (rest < 0) return value;
  }
  // Rounding of the sum can leave nothing over at the very end.
  return values.at(-1)?.value ?? '';
}

/** A value of `generator` as a file would hold it. */
export function fieldValue(generator: FieldGenerator, { random, number, level }: FieldContext): string {
  switch (generator.kind) {
    case 'key':
      return `${generator.prefix}${String(number).padStart(generator.width, '0')}`;
    case 'name': {
      const language = generator.languages[Math.floor(random() * generator.languages.length)] as Language;
      return personName(language, random);
    }
    case 'choice':
      return choose(generator.values, random);
    case 'uniform': {
      const { minimum, maximum, decimals } = generator;
      return (minimum + random() * (maximum - minimum)).toFixed(decimals);
    }
    case 'lognormal': {
      const deviation = (generator.subjectSpread ?? 0) * level + generator.spread * bell(random);
      return (generator.median * exponential(deviation)).toFixed(generator.decimals);
    }
  }
}
