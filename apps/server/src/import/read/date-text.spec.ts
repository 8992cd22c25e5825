import { describe, expect, it } from '@jest/globals';
import { orderEvidence, readMoment, type DateOrder } from './date-text.js';
import { Refusal } from './refusal.js';

function read(text: string, order: DateOrder = 'dmy'): string {
  const result = readMoment(text, order);
  if (result instanceof Refusal) return result.code;
  return [result.day, result.time, result.zone].filter((part) => part !== undefined).join(' ');
}

describe('readMoment', () => {
  it.each([
    ['2006-12-31', '2006-12-31'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['1900-2-28', '1900-02-28'],
    ['2006/1/5', '2006-01-05'],
    ['2006.01.05', '2006-01-05'],
    ['20061231', '2006-12-31'],
    ['20061231235958', '2006-12-31 23:59:58'],
    ['2006年12月31日', '2006-12-31'],
    ['2006年1月5日 8:05', '2006-01-05 08:05:00'],
    ['２００６－１２－３１', '2006-12-31'],
    ['31.12.2006', '2006-12-31'],
    ['31/12/2006 23:59', '2006-12-31 23:59:00'],
    ['31-Dec-2006', '2006-12-31'],
    ['Dec 31, 2006', '2006-12-31'],
    ['2006-12-31T23:59:59Z', '2006-12-31 23:59:59 Z'],
    ['2006-12-31 23:59:59.1234567+0800', '2006-12-31 23:59:59.123456 +08:00'],
    ['2006-12-31T23:59-05', '2006-12-31 23:59:00 -05:00'],
    ['12/31/2006 12:30 AM', 'NO_SUCH_DATE'],
    ['31/12/2006 12:30 AM', '2006-12-31 00:30:00'],
    ['31/12/2006 12:30 pm', '2006-12-31 12:30:00'],
    ['2004-02-29', '2004-02-29'],
    ['2000-02-29', '2000-02-29'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('puts the month first when told so', () => {
    expect(read('12/31/2006 1:02 PM', 'mdy')).toBe('2006-12-31 13:02:00');
    expect(read('05/06/2006', 'mdy')).toBe('2006-05-06');
    expect(read('05/06/2006', 'dmy')).toBe('2006-06-05');
  });

  it.each([
    ['2006-02-30', 'NO_SUCH_DATE'],
    ['1900-02-29', 'NO_SUCH_DATE'],
    ['0000-01-01', 'NO_SUCH_DATE'],
    ['2006-13-01', 'NO_SUCH_DATE'],
    ['2006-00-10', 'NO_SUCH_DATE'],
    ['2006-12-31 24:00', 'NO_SUCH_DATE'],
    ['2006-12-31 12:60', 'NO_SUCH_DATE'],
    ['2006-12-31T10:00+15:00', 'NO_SUCH_DATE'],
    ['31-Foo-2006', 'NO_SUCH_DATE'],
    ['2006-12/31', 'NOT_A_DATE'],
    ['12/31/06', 'NOT_A_DATE'],
    ['yesterday', 'NOT_A_DATE'],
    ['39082', 'NOT_A_DATE'],
    ['12006-01-01', 'NOT_A_DATE'],
  ])('refuses %s', (text, code) => {
    expect(read(text)).toBe(code);
  });
});

describe('orderEvidence', () => {
  it.each([
    ['31/12/2006', 'dmy'],
    ['12/31/2006', 'mdy'],
    ['05/06/2006', 'open'],
    ['05.06.2006', 'dmy'],
    ['05/05/2006', undefined],
    ['2006-05-06', undefined],
    ['none', undefined],
  ])('of %s is %s', (text, expected) => {
    expect(orderEvidence(text)).toBe(expected);
  });
});
