/** An exact number; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Cut points keep as many significant digits as a JSON number keeps exactly, and at most 30 decimals. */
const significantDigits = 15;
const maxDecimals = 30;

/** Digits of a square root whose value has no end; more than enough for 15 of a cut point. */
const rootDigits = 60;

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/**
 * Reads a decimal number exactly; one with an exponent too, as JavaScript writes small numbers.
 * @throws RangeError for a text that is no finite decimal number
 */
export function fractionOf(value: string | number): Fraction {
  const [, sign, whole = '', decimals = '', exponent = '0'] = decimalPattern.exec(String(value).trim()) ?? [];
  if (sign === undefined || whole + decimals === '')
    throw new RangeError(`"${value}" is not a decimal number`);
  const digits = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n);
  const scale = decimals.length - Number(exponent);
  return scale > 0 ? fraction(digits, 10n ** BigInt(scale)) : fraction(digits * 10n ** BigInt(-scale));
}

/** `a + b` over the larger denominator where that does, as it does for decimals. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator < b.denominator) return add(b, a);
  const factor = a.denominator / b.denominator;
  return a.denominator % b.denominator === 0n
    ? fraction(a.numerator + b.numerator * factor, a.denominator)
    : fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, fraction(-b.numerator, b.denominator));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Below, at or above 0 as `a` is below, at or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether `a` is a whole number. */
export function isWhole(a: Fraction): boolean {
  return a.numerator % a.denominator === 0n;
}

/** The largest whole number not above `a`, which is not negative. */
export function floor(a: Fraction): bigint {
  return a.numerator / a.denominator;
}

/** The largest whole number whose square is not above `value`, by Newton's method. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** The square root of `a`, which is not negative: exact where it has an end within 60 digits, else cut off there. */
export function squareRoot({ numerator, denominator }: Fraction): Fraction {
  const shift = 10n ** BigInt(rootDigits);
  return fraction(wholeRoot(numerator * denominator * shift * shift), denominator * shift);
}

/** `a / b` rounded to a whole number, halves away from zero; both are positive. */
function roundedQuotient(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b);
}

/** Rounded to 15 significant digits and at most 30 decimals, halves away from zero, without trailing zeros: `297.4`. */
export function roundedText(a: Fraction): string {
  const numerator = a.numerator < 0n ? -a.numerator : a.numerator;
  if (numerator === 0n) return '0';
  let exponent = numerator.toString().length - a.denominator.toString().length;
  const reaches =
    exponent >= 0
      ? numerator >= a.denominator * 10n ** BigInt(exponent)
      : numerator * 10n ** BigInt(-exponent) >= a.denominator;
  if (!reaches) exponent -= 1;
  const scale = Math.min(maxDecimals, significantDigits - 1 - exponent);
  const sign = a.numerator < 0n ? '-' : '';
  if (scale <= 0) {
    const unit = 10n ** BigInt(-scale);
    return `${sign}${roundedQuotient(numerator, a.denominator * unit) * unit}`;
  }
  const digits = roundedQuotient(numerator * 10n ** BigInt(scale), a.denominator)
    .toString()
    .padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '');
  return text === '0' ? '0' : `${sign}${text}`;
}

/** The exact decimal text of a fraction whose denominator is a power of ten, as sums and differences of decimals have. */
export function decimalText(a: Fraction): string {
  const scale = a.denominator.toString().length - 1;
  const negative = a.numerator < 0n;
  const digits = (negative ? -a.numerator : a.numerator).toString().padStart(scale + 1, '0');
  const text =
    scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '');
  return negative && text !== '0' ? `-${text}` : text;
}
