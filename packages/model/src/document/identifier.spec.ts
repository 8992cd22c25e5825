import { describe, expect, it } from '@jest/globals';
import { decimalSchema } from './identifier.js';

describe('decimalSchema', () => {
  it.each([
    '0',
    '-12',
    '297.4',
    '1000000000000000',
    '999999999999999',
    '0.000001234567890123',
    '-0.5',
    '10.50',
  ])('accepts %s', (text) => {
    expect(decimalSchema.safeParse(text).success).toBe(true);
  });

  it.each(['', '.5', '1.', '1e15', '+1', '1,5', '1000000000000001', '0.1234567890123456', 'NaN'])(
    'refuses %j',
    (text) => {
      expect(decimalSchema.safeParse(text).success).toBe(false);
    },
  );
});
