import { describe, expect, it } from '@jest/globals';
import { decimalEvidence, readNumber, type DecimalMark } from './number-text.js';
import { Refusal } from './refusal.js';

function read(text: string, mark: DecimalMark = '.'): string {
  const result = readNumber(text, mark);
  return result instanceof Refusal ? result.code : result;
}

describe('readNumber', () => {
  it.each([
    ['32', '32'],
    ['-0.50', '-0.50'],
    ['007', '7'],
    ['0', '0'],
    ['-0', '-0'],
    ['+12.5', '12.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1,234,567.89', '1234567.89'],
    ['1 234.5', '1234.5'],
    ["1'234", '1234'],
    ['¥1,000', '1000'],
    ['￥１，２３４．５', '1234.5'],
    ['-$3', '-3'],
    ['12.30元', '12.30'],
    ['1e15', '1000000000000000'],
    ['1.5E-3', '0.0015'],
    ['2.50e1', '25.0'],
    ['−7', '-7'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['3,95', '3.95'],
    ['1.234,5', '1234.5'],
    ['1.234.567', '1234567'],
    ['12 €', '12'],
  ])('reads %s with a decimal comma as %s', (text, expected) => {
    expect(read(text, ',')).toBe(expected);
  });

  it.each([
    ['', 'NOT_A_NUMBER'],
    ['.', 'NOT_A_NUMBER'],
    ['-', 'NOT_A_NUMBER'],
    ['abc', 'NOT_A_NUMBER'],
    ['1,23', 'NOT_A_NUMBER'],
    ['12,34,567', 'NOT_A_NUMBER'],
    ['1.2.3', 'NOT_A_NUMBER'],
    ['0x10', 'NOT_A_NUMBER'],
    ['Infinity', 'NOT_A_NUMBER'],
    ['12%', 'NOT_A_NUMBER'],
    ['1e31', 'NUMBER_OUT_OF_RANGE'],
    ['9'.repeat(41), 'NUMBER_OUT_OF_RANGE'],
  ])('refuses %j', (text, code) => {
    expect(read(text)).toBe(code);
  });
});

describe('decimalEvidence', () => {
  it.each([
    ['12', undefined],
    ['abc,def', undefined],
    ['12.5', '.'],
    ['3,95', ','],
    ['0,123', ','],
    ['1234,567', ','],
    ['1,234.5', '.'],
    ['1.234,5', ','],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['1,234', 'open'],
    ['1.234', 'open'],
  ])('of %s is %s', (text, expected) => {
    expect(decimalEvidence(text)).toBe(expected);
  });
});
