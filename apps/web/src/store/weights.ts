import type { ScorecardNode } from '@terrace/model';

export type WeightSet = NonNullable<ScorecardNode['weightSets']>[number];
export type Weights = WeightSet['weights'];

const fractionOf = (decimal: string): string => decimal.split('.')[1] ?? '';

/** `decimal` times ten to the power of `digits`, a whole number. */
const scaled = (decimal: string, digits: number): bigint =>
  BigInt(decimal.replace('.', '') + '0'.repeat(digits - fractionOf(decimal).length));

function decimalOf(value: bigint, digits: number): string {
  const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** The exact sum of the weights. */
export function sumOfWeights(weights: Weights): string {
  const decimals = Object.values(weights).filter(isDecimal);
  const digits = Math.max(0, ...decimals.map((decimal) => fractionOf(decimal).length));
  return decimalOf(
    decimals.reduce((sum, decimal) => sum + scaled(decimal, digits), 0n),
    digits,
  );
}

/** Weights in the same proportions with two decimals, whose sum is exactly 100; equal ones where all are 0. The largest takes what rounding leaves. */
export function normalised(weights: Weights): Weights {
  const ids = Object.keys(weights);
  const sizes = ids.map((id) => Math.max(0, Number(weights[id]) || 0));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const hundredths = sizes.map((size) => Math.round((sum === 0 ? 1 / ids.length : size / sum) * 10_000));
  const left = 10_000 - hundredths.reduce((total, each) => total + each, 0);
  const largest = sizes.indexOf(Math.max(...sizes));
  return Object.fromEntries(
    ids.map((id, index) => [
      id,
      decimalOf(BigInt((hundredths[index] ?? 0) + (index === largest ? left : 0)), 2),
    ]),
  );
}
