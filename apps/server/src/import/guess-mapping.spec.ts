import { describe, expect, it } from '@jest/globals';
import type { EventType, Field, SubjectType } from '@terrace/model';
import { guessMapping } from './guess-mapping.js';

const field = (id: string, zh: string, aliases: string[], required = false): Field => ({
  id,
  name: { en: id, 'zh-CN': zh },
  type: 'text',
  required,
  aliases,
  sensitivity: 'none',
});
const order: EventType = {
  id: 'order',
  name: { en: 'Order' },
  subjectType: 'customer',
  subjectAliases: ['customer_id', '客户编号'],
  timeAliases: ['order_date', 'date'],
  idAliases: ['order_id'],
  fields: [field('amount', '金额', ['revenue', 'total'], true), field('channel', '渠道', ['source'])],
};
const customer: SubjectType = {
  id: 'customer',
  name: { en: 'Customer' },
  keyAliases: ['customer_id', 'id'],
  fields: [field('name', '姓名', ['full name']), field('nick', '昵称', ['full name'])],
};
const guessOrder = (...headers: string[]) => guessMapping({ kind: 'event', type: order }, headers);
const guessCustomer = (...headers: string[]) => guessMapping({ kind: 'subject', type: customer }, headers);

describe('guessMapping', () => {
  it('compares without case, spaces, punctuation and width', () => {
    expect(guessOrder('Customer ID', 'ORDER-DATE', 'Ｒｅｖｅｎｕｅ', '渠道')).toEqual({
      mapping: { subject: 'Customer ID', time: 'ORDER-DATE', amount: 'Ｒｅｖｅｎｕｅ', channel: '渠道' },
      ambiguous: [],
      missing: [],
    });
  });

  it('never guesses the id of an event', () => {
    expect(guessOrder('order_id', 'customer_id', 'date', 'amount').mapping).toEqual({
      subject: 'customer_id',
      time: 'date',
      amount: 'amount',
    });
  });

  it('takes the id or a name before an alias', () => {
    expect(guessOrder('total', 'customer_id', 'date', 'amount', 'source', '渠道', 'time')).toEqual({
      mapping: { subject: 'customer_id', time: 'time', amount: 'amount', channel: '渠道' },
      ambiguous: [],
      missing: [],
    });
    expect(guessCustomer('customer_id', 'key').mapping).toEqual({ key: 'key' });
  });

  it('leaves open what two columns fit by an alias, whichever comes first', () => {
    expect(guessOrder('customer', 'customer_id', 'date', 'order_date', 'total', 'revenue')).toEqual({
      mapping: {},
      ambiguous: [
        { target: 'subject', columns: ['customer', 'customer_id'] },
        { target: 'time', columns: ['date', 'order_date'] },
        { target: 'amount', columns: ['total', 'revenue'] },
      ],
      missing: [],
    });
    expect(guessCustomer('id', 'customer_id')).toMatchObject({
      mapping: {},
      ambiguous: [{ target: 'key', columns: ['id', 'customer_id'] }],
    });
  });

  it('leaves open what two columns fit by id and name', () => {
    expect(guessOrder('customer_id', 'date', 'amount', '金额').ambiguous).toEqual([
      { target: 'amount', columns: ['amount', '金额'] },
    ]);
  });

  it.each([
    ['an alias', 'Total', 'TOTAL '],
    ['an id', 'amount', 'Amount'],
  ])('leaves open what two columns fit whose headers are written differently, by %s', (_, first, second) => {
    expect(guessOrder('customer_id', 'date', first, second)).toEqual({
      mapping: { subject: 'customer_id', time: 'date' },
      ambiguous: [{ target: 'amount', columns: [first, second] }],
      missing: [],
    });
  });

  it('leaves a column open that two targets claim by an alias, even when one has a better column', () => {
    expect(guessCustomer('customer_id', 'full_name')).toEqual({
      mapping: { key: 'customer_id' },
      ambiguous: [
        { target: 'name', columns: ['full_name'] },
        { target: 'nick', columns: ['full_name'] },
      ],
      missing: [],
    });
    expect(guessCustomer('key', 'name', 'full_name')).toEqual({
      mapping: { key: 'key', name: 'name' },
      ambiguous: [{ target: 'nick', columns: ['full_name'] }],
      missing: [],
    });
  });

  it('keeps a column with the target whose id or name it is', () => {
    const type = { ...customer, fields: [field('name', '姓名', ['nick']), field('nick', '昵称', [])] };
    expect(guessMapping({ kind: 'subject', type }, ['key', 'nick'])).toEqual({
      mapping: { key: 'key', nick: 'nick' },
      ambiguous: [],
      missing: [],
    });
  });

  it('lists the required targets that no column fits', () => {
    expect(guessOrder('customer_id', '渠道').missing).toEqual(['time', 'amount']);
  });
});
