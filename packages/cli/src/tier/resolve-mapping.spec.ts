import { describe, expect, it } from '@jest/globals';
import type { MappingGuess } from '@terrace/client';
import { eventTypeSchema, subjectTypeSchema, type RecordTypes } from '@terrace/model';
import { UsageError } from '../usage-error.js';
import type { Needs } from './needs.js';
import { resolveMappings, unfilledFields, type GuessedFile } from './resolve-mapping.js';
import type { MapArgument } from './tier-options.js';

const name = { en: 'Name', 'zh-CN': '名称' };
const types: RecordTypes = {
  subjectTypes: [
    subjectTypeSchema.parse({
      id: 'customer',
      name,
      fields: [
        { id: 'city', name, type: 'text' },
        { id: 'total_amount', name, type: 'number' },
      ],
    }),
  ],
  eventTypes: [
    eventTypeSchema.parse({
      id: 'order',
      name,
      subjectType: 'customer',
      fields: [
        { id: 'amount', name, type: 'number', required: true },
        { id: 'channel', name, type: 'text' },
        { id: 'has_promotion', name, type: 'boolean' },
      ],
    }),
  ],
};
const orderNeeds: Needs = {
  subjectType: 'customer',
  subjectFields: new Set(),
  eventFields: new Map([['order', new Set(['amount'])]]),
  optional: new Set(),
};

function orders(guess: Partial<MappingGuess>, headers = ['cust', 'day', 'paid', 'no']): GuessedFile {
  return {
    file: { kind: 'event', type: 'order', path: 'orders.csv' },
    headers,
    guess: { mapping: {}, ambiguous: [], missing: [], ...guess },
  };
}

function map(target: string, column: string, type = 'order'): MapArgument {
  return { type, target, column };
}

function resolve(files: GuessedFile[], maps: MapArgument[] = [], needs = orderNeeds, hasDatabase = false) {
  return resolveMappings(files, maps, types, needs, hasDatabase);
}

function fault(...args: Parameters<typeof resolve>): string {
  try {
    resolve(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.sentence.en;
    throw error;
  }
  throw new Error('nothing is wrong');
}

const guessed = { subject: 'cust', time: 'day', amount: 'paid' };

describe('resolveMappings', () => {
  it('takes what was guessed, but never an order id', () => {
    expect(resolve([orders({ mapping: { ...guessed, id: 'no' } })])).toEqual([guessed]);
    expect(resolve([orders({ mapping: guessed })], [map('id', 'no')])).toEqual([{ ...guessed, id: 'no' }]);
  });

  it('prefers --map, and leaves no guess on a column that --map took', () => {
    const mapping = { ...guessed, channel: 'no' };
    expect(resolve([orders({ mapping })], [map('amount', 'no')])).toEqual([
      { subject: 'cust', time: 'day', amount: 'no' },
    ]);
  });

  it('finds a column despite case and outer spaces, but not between two that differ so', () => {
    expect(resolve([orders({ mapping: guessed })], [map('channel', ' NO')])[0]?.['channel']).toBe('no');
    const file = orders({ mapping: guessed }, ['cust', 'day', 'paid', 'No', 'NO']);
    expect(fault([file], [map('channel', 'no')])).toContain('no column "no"');
  });

  it('names an unknown column and the columns there are', () => {
    expect(fault([orders({ mapping: guessed })], [map('amount', 'total')])).toBe(
      'orders.csv has no column "total" for --map order.amount; its columns are: cust, day, paid, no.',
    );
  });

  it('names what is ambiguous and what was not found, with the flags to give', () => {
    const file = orders({
      mapping: { subject: 'cust' },
      ambiguous: [{ target: 'amount', columns: ['paid', 'no'] }],
    });
    expect(fault([file])).toBe(
      'In orders.csv order.amount could be paid or no and no column was recognised as order.time; ' +
        'say which with --map order.time=<column> --map order.amount=<column> (columns: cust, day, paid, no).',
    );
  });

  it('lets optional fields stay ambiguous', () => {
    const ambiguous = [{ target: 'channel', columns: ['a', 'b'] }];
    expect(resolve([orders({ mapping: guessed, ambiguous })])).toEqual([guessed]);
  });

  it('wants the fields the model is computed from, unless a database may hold them', () => {
    const file: GuessedFile = {
      file: { kind: 'subject', type: 'customer', path: 'c.csv' },
      headers: ['id', 'city'],
      guess: { mapping: { key: 'id', city: 'city' }, ambiguous: [], missing: [] },
    };
    const needs: Needs = {
      subjectType: 'customer',
      subjectFields: new Set(['total_amount']),
      eventFields: new Map(),
      optional: new Set(),
    };
    expect(fault([file], [], needs)).toContain('no column was recognised as customer.total_amount');
    expect(resolve([file], [], { ...needs, optional: new Set(['customer.total_amount']) })).toEqual([
      { key: 'id', city: 'city' },
    ]);
    expect(resolve([file], [], needs, true)).toEqual([{ key: 'id', city: 'city' }]);
  });

  it('maps files of a type by their own headers', () => {
    const other = orders({ mapping: { subject: 'cust', time: 'day' } }, ['cust', 'day', 'sum']);
    expect(resolve([orders({ mapping: guessed }), other], [map('amount', 'sum')])).toEqual([
      guessed,
      { subject: 'cust', time: 'day', amount: 'sum' },
    ]);
  });

  it('leaves out guessed fields that nothing needs and a cell can be wrong in, unless a database keeps them', () => {
    const mapping = { ...guessed, channel: 'no', has_promotion: 'promo' };
    const file = orders({ mapping }, ['cust', 'day', 'paid', 'no', 'promo']);
    expect(resolve([file])).toEqual([{ ...guessed, channel: 'no' }]);
    expect(resolve([file], [map('has_promotion', 'promo')])).toEqual([mapping]);
    expect(resolve([file], [], orderNeeds, true)).toEqual([mapping]);
  });

  it('refuses two columns for one target of a file', () => {
    expect(fault([orders({ mapping: guessed })], [map('amount', 'paid'), map('amount', 'no')])).toContain(
      '--map order.amount is given twice',
    );
  });
});

describe('unfilledFields', () => {
  it('lists the fields the model reads that no file of their type has', () => {
    const needs = { ...orderNeeds, eventFields: new Map([['order', new Set(['amount', 'channel'])]]) };
    const files = [orders({}), orders({})];
    expect(unfilledFields(files, [{ subject: 'cust' }, { amount: 'paid' }], needs)).toEqual([
      'order.channel',
    ]);
    expect(unfilledFields(files, [{ channel: 'no' }, { amount: 'paid' }], needs)).toEqual([]);
  });
});
