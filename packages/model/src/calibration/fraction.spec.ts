import { describe, expect, it } from '@jest/globals';
import { add, decimalText, fraction, fractionOf, roundedText, squareRoot } from './fraction.js';

describe('fractions', () => {
  it.each([
    ['297.4', '297.4'],
    ['-0.10', '-0.1'],
    ['1e-7', '0.0000001'],
    ['1.5E+3', '1500'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['1000000000000000', '1000000000000000'],
    ['123456789012345678', '123456789012346000'],
    ['999999999999999.5', '1000000000000000'],
    ['0.0000000000000000000000000000004', '0'],
    ['-0.00000000000000000000000000000001', '0'],
    ['0.1234567890123456', '0.123456789012346'],
  ])('reads %s and writes it with 15 digits as %s', (text, expected) => {
    expect(roundedText(fractionOf(text))).toBe(expected);
  });

  it.each(['', '.', '-', 'x', 'NaN', 'Infinity', '1,5'])('refuses %j', (text) => {
    expect(() => fractionOf(text)).toThrow(RangeError);
  });

  it('rounds halves away from zero and never ends early', () => {
    expect(roundedText(fraction(1n, 3n))).toBe('0.333333333333333');
    expect(roundedText(fraction(-2n, 3n))).toBe('-0.666666666666667');
    expect(roundedText(fraction(1n, 1024n * 1024n * 1024n * 1024n))).toBe('0.000000000000909494701772928');
    expect(roundedText(fraction(5n, 10n ** 16n))).toBe('0.0000000000000005');
  });

  it('adds decimals of any length without growing', () => {
    const sum = ['0.25', '1', '0.125', '-3.5'].map(fractionOf).reduce(add, fraction(0n));
    expect(sum.denominator).toBe(1000n);
    expect(decimalText(sum)).toBe('-2.125');
  });

  it('takes roots exactly where they are exact', () => {
    expect(roundedText(squareRoot(fractionOf('2.25')))).toBe('1.5');
    expect(roundedText(squareRoot(fraction(2n)))).toBe('1.4142135623731');
    expect(roundedText(squareRoot(fraction(1n, 10n ** 40n)))).toBe('0.00000000000000000001');
    expect(roundedText(squareRoot(fraction(0n)))).toBe('0');
  });
});
