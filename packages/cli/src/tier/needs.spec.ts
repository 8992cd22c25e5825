import { describe, expect, it } from '@jest/globals';
import { modelDocumentSchema } from '@terrace/model';
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
});
