import { describe, expect, it } from '@jest/globals';
import { Fault } from '../common/fault.js';
import { parseAsOf } from './as-of.js';

describe('parseAsOf', () => {
  it('reads a date as it is', () => {
    expect(parseAsOf('2006-12-31')).toEqual({ kind: 'date', text: '2006-12-31' });
    expect(parseAsOf('1900-01-01')).toEqual({ kind: 'date', text: '1900-01-01' });
  });

  it('reads an instant in any offset as the same moment', () => {
    expect(parseAsOf('2006-12-31T18:00:00+08:00')).toEqual({
      kind: 'instant',
      text: '2006-12-31T10:00:00.000Z',
    });
  });

  it.each([
    '',
    '2006-02-30',
    '31.12.2006',
    '2006-12-31T18:00:00',
    '2006-12',
    'yesterday',
    '0000-01-01',
    '9999-12-31',
  ])('refuses %j', (text) => {
    expect(() => parseAsOf(text)).toThrow(Fault);
  });
});
