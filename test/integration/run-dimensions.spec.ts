import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ModelDocument } from '@terrace/model';
import { startTestServer, type TestServer } from '@terrace/testing';
import type pg from 'pg';
import { addOrders, compute, connect, customers, dimension, orders, rowsOf } from '../fixtures/tiering.js';

let server: TestServer;
let database: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  database = await connect(server.databaseUrl);
  await server.client.call('updateWorkspace', { body: { timeZone: 'Asia/Shanghai' } });
  await database.query(`
    INSERT INTO data.subject_customer (key, f_name, f_city, f_total_amount, f_last_order_date) VALUES
      ('none', 'Nobody', NULL, NULL, NULL),
      ('fields', '王小明', 'Berlin', 297.40, '2024-12-31'),
      ('future', 'O''Reilly "🙂"', '', 1000000000000000, '2025-01-01')`);
  await addOrders(database, [
    // Shanghai is 8 hours ahead: the as-of day 2024-12-31 ends at 16:00 UTC.
    ['edge', '2024-12-31T23:59:59.999999+08:00', '10.10', true],
    ['edge', '2025-01-01T00:00:00+08:00', '1000', true],
    ['edge', '2024-10-03T00:00:00+08:00', '20.20', false],
    ['edge', '2024-10-02T23:59:59.999999+08:00', '40.40', true],
    ['edge', '2024-01-01T00:00:00+08:00', '80.80'],
    ['edge', '2023-12-31T23:59:59.999999+08:00', '160.60', true],
    ['noamount', '2024-12-30T12:00:00Z', null, true],
    ['late', '2025-06-01T00:00:00Z', '5'],
    ['ancient', '1900-01-01T00:00:00Z', '1000000000000000'],
    ['third', '2024-12-31T12:00:00Z', '1'],
    ['third', '2024-12-31T12:00:01Z', '0'],
    ['third', '2024-12-31T12:00:02Z', '0'],
  ]);
});
afterAll(async () => {
  await database.end();
  await server.stop();
});

async function valuesOf(document: ModelDocument, asOf: string) {
  return rowsOf(server.client, await compute(server.client, document, asOf));
}

describe('dimensions of a run', () => {
  it('count what lies before the end of the as-of day in the workspace time zone, and in windows back from it', async () => {
    const rows = await valuesOf(
      customers([
        orders('all', 'count'),
        orders('days_90', 'count', { window: { days: 90 } }),
        orders('days_1', 'sum', { field: 'amount', window: { days: 1 } }),
        orders('months_12', 'sum', { field: 'amount', window: { months: 12 } }),
        orders('last', 'daysSinceLast'),
        orders('first', 'daysSinceFirst'),
        orders('smallest', 'minimum', { field: 'amount' }),
        orders('largest', 'maximum', { field: 'amount' }),
        orders('mean', 'average', { field: 'amount' }),
        orders('newest', 'latest', { field: 'amount' }),
        orders('newest_promoted', 'latest', {
          field: 'amount',
          where: { '==': [{ var: 'has_promotion' }, false] },
        }),
        orders('amounts', 'distinct', { field: 'amount' }),
        orders('amounts_90', 'distinct', { field: 'has_promotion', window: { days: 90 } }),
      ]),
      '2024-12-31',
    );
    expect(rows.get('edge')).toMatchObject({
      newest: '10.1',
      newest_promoted: '20.2',
      amounts: '5',
      amounts_90: '2',
      all: '5',
      // From 3 October 00:00: the order a microsecond earlier does not count.
      days_90: '2',
      days_1: '10.1',
      // From 1 January 00:00: 10.10 + 20.20 + 40.40 + 80.80.
      months_12: '151.5',
      last: '0',
      first: '366',
      smallest: '10.1',
      largest: '160.6',
      mean: '62.42',
    });
    expect(rows.get('third')).toMatchObject({
      mean: '0.333333333333333',
      smallest: '0',
      largest: '1',
      newest: '0',
      amounts: '2',
    });
    expect(rows.get('ancient')).toMatchObject({
      all: '1',
      months_12: '0',
      largest: '1000000000000000',
      last: '45655',
    });
  });

  it('are 0 for counts and sums of nothing, and missing for the rest', async () => {
    const rows = await valuesOf(
      customers([
        orders('n', 'count'),
        orders('total', 'sum', { field: 'amount' }),
        orders('mean', 'average', { field: 'amount' }),
        orders('low', 'minimum', { field: 'amount' }),
        orders('last', 'daysSinceLast'),
        orders('newest', 'latest', { field: 'amount' }),
        orders('amounts', 'distinct', { field: 'amount' }),
      ]),
      '2024-12-31',
    );
    expect(rows.get('none')).toMatchObject({
      n: '0',
      total: '0',
      mean: '',
      low: '',
      last: '',
      newest: '',
      amounts: '0',
    });
    expect(rows.get('noamount')).toMatchObject({ newest: '', amounts: '0' });
    // An order without an amount is an order, and adds nothing.
    expect(rows.get('noamount')).toMatchObject({ n: '1', total: '0', mean: '', low: '', last: '1' });
  });

  it('leave out subjects whose first event lies after the as-of day', async () => {
    const document = customers([orders('n', 'count')]);
    expect((await valuesOf(document, '2024-12-31')).has('late')).toBe(false);
    expect((await valuesOf(document, '2025-06-01')).get('late')).toMatchObject({ n: '1' });
  });

  it('count an instant itself, and nothing after it', async () => {
    const document = customers([
      orders('n', 'count'),
      orders('day', 'count', { window: { days: 1 } }),
      orders('last', 'daysSinceLast'),
    ]);
    const rows = await valuesOf(document, '2024-12-31T12:00:01Z');
    expect(rows.get('third')).toMatchObject({ n: '2', day: '2', last: '0' });
    expect((await valuesOf(document, '2024-12-31T16:00:00+00:00')).get('edge')).toMatchObject({
      // That instant is the first one of 1 January in Shanghai.
      n: '6',
      day: '1',
      last: '0',
    });
  });

  it('clamp a window of months at the end of a short month', async () => {
    // As of 30 March a window of one month begins one month before 31 March: at the start of 29 February.
    await addOrders(database, [
      ['leap', '2024-02-29T00:00:00+08:00', '1'],
      ['leap', '2024-02-28T23:59:59+08:00', '2'],
    ]);
    const document = customers([orders('total', 'sum', { field: 'amount', window: { months: 1 } })]);
    expect((await valuesOf(document, '2024-03-30')).get('leap')).toMatchObject({ total: '1' });
    expect((await valuesOf(document, '2024-02-29')).get('leap')).toMatchObject({ total: '3' });
  });

  it('filter events by a condition, in which what is missing does not hold', async () => {
    const promoted = { '==': [{ var: 'has_promotion' }, true] };
    const rows = await valuesOf(
      customers([
        orders('promoted', 'count', { where: promoted }),
        orders('others', 'count', { where: { '!': promoted } }),
        orders('both', 'sum', {
          field: 'amount',
          where: { and: [promoted, { '>': [{ var: 'amount' }, 40.4] }] },
        }),
        orders('windowed', 'count', { where: promoted, window: { months: 12 } }),
      ]),
      '2024-12-31',
    );
    expect(rows.get('edge')).toMatchObject({ promoted: '3', others: '1', both: '160.6', windowed: '2' });
  });

  it('read one common condition for all dimensions of an event', async () => {
    const where = { '==': [{ var: 'has_promotion' }, true] };
    const rows = await valuesOf(
      customers([
        orders('n', 'count', { where, window: { days: 90 } }),
        orders('total', 'sum', { field: 'amount', where, window: { days: 90 } }),
      ]),
      '2024-12-31',
    );
    expect(rows.get('edge')).toMatchObject({ n: '1', total: '10.1' });
    expect(rows.get('none')).toMatchObject({ n: '0', total: '0' });
  });

  it('take fields as they are and days since a date, missing when it lies ahead', async () => {
    const document = customers([
      dimension('spent', { kind: 'field', field: 'total_amount' }),
      dimension('city', { kind: 'field', field: 'city' }, { valueType: 'text' }),
      dimension('on', { kind: 'field', field: 'last_order_date' }, { valueType: 'date' }),
      dimension('since', { kind: 'daysSince', field: 'last_order_date' }),
    ]);
    const rows = await valuesOf(document, '2024-12-31');
    expect(rows.get('fields')).toMatchObject({
      spent: '297.4',
      city: 'Berlin',
      on: '2024-12-31',
      since: '0',
    });
    expect(rows.get('future')).toMatchObject({ spent: '1000000000000000', on: '2025-01-01', since: '' });
    expect((await valuesOf(document, '2025-02-01')).get('future')).toMatchObject({ since: '31' });
  });

  it('put the default in the place of what is missing, also of an empty text', async () => {
    const missing = (value: unknown) => ({ missing: { policy: 'default', value } });
    const rows = await valuesOf(
      customers([
        { ...orders('last', 'daysSinceLast'), ...missing(9999) },
        { ...dimension('city', { kind: 'field', field: 'city' }), valueType: 'text', ...missing("O'City") },
        { ...dimension('spent', { kind: 'field', field: 'total_amount' }), ...missing(0.5) },
      ]),
      '2024-12-31',
    );
    expect(rows.get('none')).toMatchObject({ last: '9999', city: "O'City", spent: '0.5' });
    expect(rows.get('future')).toMatchObject({ city: "O'City", spent: '1000000000000000' });
    expect(rows.get('edge')).toMatchObject({ last: '0' });
  });
});
