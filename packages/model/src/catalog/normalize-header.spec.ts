import { expect, it } from '@jest/globals';
import { normalizeHeader } from './normalize-header.js';

it.each([
  ['Order ID', 'orderid'],
  ['order_id', 'orderid'],
  [' Ｏｒｄｅｒ－ＩＤ ', 'orderid'],
  ['订单编号（新）', '订单编号新'],
  ['Größe', 'größe'],
  ['No. ②', 'no2'],
  ['--', ''],
])('makes of %j what it is compared by', (header, expected) => {
  expect(normalizeHeader(header)).toBe(expected);
});
