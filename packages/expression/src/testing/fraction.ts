/** An exact number: numerator and denominator in lowest terms, the denominator positive. */
export class Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static of(numerator: bigint, denominator: bigint): Fraction {
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    return new Fraction(numerator / divisor, denominator / divisor);
  }

  /** The decimal that `String(value)` writes, as a literal means it. */
  static ofNumber(value: number): Fraction {
    const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
    if (match === null) throw new RangeError(`${value} is no finite number`);
    const [, sign, whole = '0', decimals = '', exponent = '0'] = match;
    const digits = BigInt(`${sign}${whole}${decimals}`);
    const scale = BigInt(decimals.length) - BigInt(exponent);
    return scale >= 0n ? Fraction.of(digits, 10n ** scale) : Fraction.of(digits * 10n ** -scale, 1n);
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  negated(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws RangeError for 0 */
  dividedBy(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** The remainder with the sign of this number. */
  remainder(other: Fraction): Fraction {
    const quotient = this.dividedBy(other);
    return this.minus(other.times(new Fraction(quotient.numerator / quotient.denominator, 1n)));
  }

  absolute(): Fraction {
    return this.numerator < 0n ? this.negated() : this;
  }

  /** Negative, 0 or positive as this number is below, equal to or above the other. */
  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** The nearest double, up to its last digit. */
  toNumber(): number {
    const scale = 10n ** 40n;
    const scaled = (this.numerator * scale) / this.denominator;
    return Number(`${scaled}e-40`);
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (low > 0n) [high, low] = [low, high % low];
  return high === 0n ? 1n : high;
}
