import { describe, expect, it } from '@jest/globals';
import { modelDocumentSchema } from '@terrace/model';
import { codeDeclarationsSchema, type LoadedPlugin } from '@terrace/plugin-sdk';
import { needsOf } from './needs.js';

const name = { en: 'Name' };

function dimension(id: string, source: object) {
  return { kind: 'dimension', id, name, valueType: 'number', source, missing: { policy: 'noMatch' } };
}

describe('needsOf', () => {
  it('collects subject fields, event types and the fields of events, those of filters included', () => {
    const document = modelDocumentSchema.parse({
      schema: 1,
      name,
      subjectType: 'customer',
      nodes: [
        dimension('days', { kind: 'daysSince', field: 'joined_on' }),
        dimension('calls', { kind: 'aggregate', event: 'call', measure: 'count' }),
        dimension('spent', {
          kind: 'aggregate',
          event: 'order',
          measure: 'sum',
          field: 'amount',
          where: { and: [{ '==': [{ var: ['channel', ''] }, 'shop'] }, { '!': { var: 'returned' } }] },
        }),
      ],
      fallback: 'other',
    });
    const needs = needsOf(document);
    expect([...needs.subjectFields]).toEqual(['joined_on']);
    expect([...needs.eventFields.keys()]).toEqual(['call', 'order']);
    expect([...(needs.eventFields.get('order') ?? [])]).toEqual(['amount', 'channel', 'returned']);
  });

  it('asks the plugin of a dimension in code what that reads', () => {
    const document = modelDocumentSchema.parse({
      schema: 2,
      name,
      subjectType: 'guest',
      nodes: [dimension('calm', { kind: 'code', dimension: 'hotel.calm', version: '1.0.0' })],
      fallback: 'other',
    });
    const inputs = { fields: { city: 'text' }, events: { visit: { fields: { price: 'number' } }, call: {} } };
    const code = codeDeclarationsSchema.parse({
      dimensions: [{ id: 'calm', name, subjectType: 'guest', inputs, valueType: 'number' }],
    });
    const hotel = { manifest: { id: 'hotel' }, code } as unknown as LoadedPlugin;
    const needs = needsOf(document, [hotel]);
    expect([...needs.subjectFields]).toEqual(['city']);
    expect([...needs.eventFields].map(([type, fields]) => [type, [...fields]])).toEqual([
      ['visit', ['price']],
      ['call', []],
    ]);
    expect(needsOf(document).subjectFields.size).toBe(0);
  });

  it('calls optional what has a default, and what every reader says something about when it is missing', () => {
    const parsed = modelDocumentSchema.parse({
      schema: 2,
      name,
      subjectType: 'visit',
      nodes: [
        {
          ...dimension('oxygen', { kind: 'field', field: 'oxygen' }),
          missing: { policy: 'default', value: 0 },
        },
        dimension('pulse', { kind: 'field', field: 'pulse' }),
        dimension('latest', { kind: 'aggregate', event: 'reading', measure: 'latest', field: 'pulse' }),
        dimension('age', { kind: 'field', field: 'age' }),
        {
          kind: 'formula',
          id: 'now',
          name,
          valueType: 'number',
          expression: { if: [{ missing: ['latest'] }, { var: 'pulse' }, { var: 'latest' }] },
        },
        {
          kind: 'decisionTable',
          id: 'old',
          name,
          inputs: ['age'],
          rows: [{ id: 'unknown', cells: [{ op: 'missing' }], value: 1 }],
        },
        { kind: 'condition', id: 'fast', name, when: { '>': [{ var: 'now' }, 100] } },
        { kind: 'condition', id: 'adult', name, when: { '>': [{ var: 'age' }, 17] } },
      ],
      fallback: 'other',
    });
    const { optional } = needsOf(parsed);
    expect([...optional]).toEqual(['visit.oxygen', 'reading', 'reading.pulse']);
  });
});
