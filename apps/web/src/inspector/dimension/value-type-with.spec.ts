import { describe, expect, it } from '@jest/globals';
import { fieldSchema, type DimensionNode, type DimensionSource } from '@terrace/model';
import { valueTypeWith } from './value-type-with';

const fields = [
  { id: 'amount', type: 'number' },
  { id: 'paid', type: 'date' },
  { id: 'status', type: 'enumeration', values: ['open', 'done'] },
].map((field) => fieldSchema.parse({ name: { en: field.id }, ...field }));

const node = (source: DimensionSource, valueType: DimensionNode['valueType']): DimensionNode => ({
  kind: 'dimension',
  id: 'd',
  name: { en: 'D' },
  valueType,
  source,
  missing: { policy: 'noMatch' },
});
const of = (measure: 'count' | 'maximum' | 'latest' | 'distinct', field?: string, days?: number) => ({
  kind: 'aggregate' as const,
  event: 'order',
  measure,
  ...(field === undefined ? {} : { field }),
  ...(days === undefined ? {} : { window: { days } }),
});

describe('valueTypeWith', () => {
  it.each([
    [
      'another window keeps a duration',
      of('maximum', 'amount'),
      'duration',
      of('maximum', 'amount', 30),
      'duration',
    ],
    ['another measure does not', of('maximum', 'amount'), 'duration', of('count'), 'number'],
    [
      'another window keeps an enumeration',
      of('latest', 'status', 9),
      'enumeration',
      of('latest', 'status'),
      'enumeration',
    ],
    ['another field does not', of('latest', 'status'), 'enumeration', of('latest', 'paid'), 'date'],
    ['the last of some dates is a date', of('count'), 'number', of('maximum', 'paid'), 'date'],
    ['how many there are is a number', of('latest', 'paid'), 'date', of('distinct', 'paid'), 'number'],
    ['an unknown field is text', of('count'), 'number', of('latest', 'gone'), 'text'],
    ['a wrong declaration is mended', of('count'), 'date', of('count', undefined, 7), 'number'],
  ] as const)('%s', (_, before, declared, after, expected) => {
    expect(valueTypeWith(node(before, declared), after, fields)).toBe(expected);
  });

  it('takes a field of the subject as it is, and days as a number', () => {
    const counted = node(of('count'), 'number');
    expect([
      valueTypeWith(counted, { kind: 'field', field: 'status' }, fields),
      valueTypeWith(counted, { kind: 'field', field: 'paid' }, fields),
      valueTypeWith(counted, { kind: 'daysSince', field: 'paid' }, fields),
    ]).toEqual(['text', 'date', 'number']);
  });
});
