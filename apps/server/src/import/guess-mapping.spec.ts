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

  it('takes the id or name before an alias, and an earlier alias before a later one', () => {
    expect(guessOrder('customer', 'customer_id', 'date', 'order_date', 'total', 'amount').mapping).toEqual({
      subject: 'customer',
      time: 'order_date',
      amount: 'amount',
    });
    expect(guessCustomer('id', 'customer_id').mapping).toEqual({ key: 'customer_id' });
  });

  it('leaves open what two columns fit equally', () => {
    expect(guessOrder('customer_id', 'date', 'Total', 'TOTAL ')).toEqual({
      mapping: { subject: 'customer_id', time: 'date' },
      ambiguous: [{ target: 'amount', columns: ['Total', 'TOTAL '] }],
      missing: [],
    });
  });

  it('leaves a column open that two targets claim by an alias', () => {
    expect(guessCustomer('customer_id', 'full_name')).toEqual({
      mapping: { key: 'customer_id' },
      ambiguous: [
        { target: 'name', columns: ['full_name'] },
        { target: 'nick', columns: ['full_name'] },
      ],
      missing: [],
    });
    expect(guessCustomer('key', 'name', 'full_name').mapping).toEqual({
      key: 'key',
      name: 'name',
      nick: 'full_name',
    });
  });

  it('lists the required targets that no column fits', () => {
    expect(guessOrder('customer_id', '渠道').missing).toEqual(['time', 'amount']);
  });
});
