import { describe, expect, it } from '@jest/globals';
import { UsageError } from '../usage-error.js';
import { parseTierOptions, type RawTierOptions } from './tier-options.js';

function parse(change: RawTierOptions = {}) {
  return parseTierOptions({ model: 'retail/rfm', asOf: '2006-12-31', ...change }, 'en');
}

function fault(change: RawTierOptions): string {
  try {
    parse(change);
  } catch (error) {
    if (error instanceof UsageError) return error.sentence.en;
    throw error;
  }
  throw new Error('nothing is wrong');
}

describe('parseTierOptions', () => {
  it('splits files, mappings and parameters at the first separator', () => {
    const options = parse({
      subjects: ['customer=a=b.csv'],
      events: ['order=x.csv', 'order=y.csv'],
      map: ['order.amount=net=gross', 'customer.key=a.b'],
      param: ['task_owner=a=b'],
    });
    expect(options.files).toEqual([
      { kind: 'subject', type: 'customer', path: 'a=b.csv' },
      { kind: 'event', type: 'order', path: 'x.csv' },
      { kind: 'event', type: 'order', path: 'y.csv' },
    ]);
    expect(options.maps).toEqual([
      { type: 'order', target: 'amount', column: 'net=gross' },
      { type: 'customer', target: 'key', column: 'a.b' },
    ]);
    expect(options.parameters).toEqual({ task_owner: 'a=b' });
  });

  it('takes a file that is given twice once', () => {
    const path = import.meta.filename;
    expect(parse({ events: [`order=${path}`, `order=${path}`] }).files).toHaveLength(1);
    expect(parse({ events: [`order=${path}`], subjects: [`order=${path}`] }).files).toHaveLength(2);
  });

  it.each(['2006-12-31', '1900-01-01', '2024-02-29', '9999-12-31'])('takes the day %s', (asOf) => {
    expect(parse({ asOf }).asOf).toBe(asOf);
  });

  it.each([
    '2006-02-29',
    '2006-13-01',
    '31.12.2006',
    '2006-12-31T00:00:00Z',
    'today',
    '0000-01-01',
    '20061231',
  ])('refuses the day %s', (asOf) => {
    expect(fault({ asOf })).toContain(`"${asOf}" is none`);
  });

  it('names what is missing', () => {
    expect(fault({ model: '' })).toBe('--model is missing.');
    expect(fault({ asOf: '' })).toBe('--as-of is missing.');
  });

  it.each([
    ['a file without a type', { events: ['orders.csv'] }, '"orders.csv" does not say which type'],
    ['a type without a file', { subjects: ['customer='] }, '"customer=" does not say'],
    ['a mapping without a target', { map: ['order=x'] }, '"order=x" is no mapping'],
    ['a mapping without a column', { map: ['order.amount='] }, '"order.amount=" is no mapping'],
    ['a parameter without a value', { param: ['window'] }, '"window" is no parameter'],
    ['a parameter given twice', { param: ['a=1', 'a=2'] }, 'parameter a is given twice'],
    ['an unknown format', { format: 'xml' }, 'not "xml"'],
    ['one file for two outputs', { out: 'a.csv', logic: 'a.csv' }, 'need different files'],
    ['another database', { database: 'mysql://root@localhost/x' }, '--database needs an address'],
  ])('refuses %s', (_, change, sentence) => {
    expect(fault(change)).toContain(sentence);
  });

  it('does not repeat a database address, which may hold a password', () => {
    expect(fault({ database: 'mysql://root:secret@localhost/x' })).not.toContain('secret');
  });
});
