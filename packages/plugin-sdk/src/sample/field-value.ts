import type { Language } from '@terrace/model';
import type { FieldGenerator, PlainGenerator } from '../sample-schema.js';
import { daysBefore } from './day.js';
import { personName } from './names.js';
import { bell, exponential } from './random.js';

/** What generating a value may look at. */
export interface FieldContext {
  readonly random: () => number;
  /** Number of the record, from 1. */
  readonly number: number;
  /** The subject's own level, from a bell curve of mean 0. */
  readonly level: number;
  /** The as-of day of the sample. */
  readonly asOf: string;
  /** Values of the record so far, and of the subject an event belongs to. */
  readonly record: Readonly<Record<string, string | null>>;
  readonly subject: Readonly<Record<string, string | null>>;
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

/** A value of `generator` as a file would hold it; null where it is missing. */
export function fieldValue(generator: FieldGenerator, context: FieldContext): string | null {
  if (generator.kind === 'by') {
    const value = (generator.of === 'subject' ? context.subject : context.record)[generator.field] ?? '';
    const chosen = Object.hasOwn(generator.cases, value) ? generator.cases[value] : undefined;
    return fieldValue(chosen ?? generator.otherwise, context);
  }
  // No number is drawn for fields that are never missing.
  if (generator.missing !== undefined && context.random() < generator.missing) return null;
  return plainValue(generator, context);
}

/** A value of a generator that looks at no other field. */
export function plainValue(
  generator: PlainGenerator,
  { random, number, level, asOf }: Pick<FieldContext, 'random' | 'number' | 'level' | 'asOf'>,
): string {
  switch (generator.kind) {
    case 'key':
      return `${generator.prefix}${String(number).padStart(generator.width, '0')}`;
    case 'name': {
      const language = generator.languages[Math.floor(random() * generator.languages.length)] as Language;
      return personName(language, random);
    }
    case 'choice':
      return choose(generator.values, random);
    case 'boolean':
      return String(random() < generator.share);
    case 'date': {
      const { from, to } = generator;
      return daysBefore(asOf, -(from + Math.floor(random() * (to - from + 1))));
    }
    case 'uniform': {
      const { minimum, maximum, decimals } = generator;
      return (minimum + random() * (maximum - minimum)).toFixed(decimals);
    }
    case 'normal': {
      const { mean, deviation, minimum = -Infinity, maximum = Infinity, decimals } = generator;
      return Math.min(maximum, Math.max(minimum, mean + deviation * bell(random))).toFixed(decimals);
    }
    case 'lognormal': {
      const deviation = (generator.subjectSpread ?? 0) * level + generator.spread * bell(random);
      return (generator.median * exponential(deviation)).toFixed(generator.decimals);
    }
  }
}
