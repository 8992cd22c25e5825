import { describe, expect, it } from '@jest/globals';
import { parseDocumentOrThrow, type ModelDocument } from '@terrace/model';
import { manifestSchema, type LoadedPlugin } from '@terrace/plugin-sdk';
import { sampleFor } from './sample.js';

const sampleOf = (id: string, type: string, events: readonly string[], template?: string): object => ({
  id,
  name: { en: id },
  seed: 1,
  asOf: '2025-12-31',
  subjects: { type, count: 1, key: { kind: 'key', prefix: '', width: 1 }, fields: {} },
  events: events.map((event) => ({ type: event, count: 1, days: 1, withoutEvents: 0, fields: {} })),
  ...(template === undefined ? {} : { template }),
});

function plugins(samples: readonly object[]) {
  const manifest = manifestSchema.parse({
    id: 'hotel',
    version: '1.0.0',
    host: '*',
    name: { en: 'Hotel' },
    license: 'MIT',
    contributes: { samples },
  });
  const plugin: LoadedPlugin = { manifest, folder: '', templates: {}, testCases: [], code: null };
  return { plugins: [plugin], faults: new Map() };
}

function document(event?: string): ModelDocument {
  const dimension = {
    kind: 'dimension',
    id: 'stays',
    name: { en: 'Stays' },
    valueType: 'number',
    source: { kind: 'aggregate', event, measure: 'count' },
    missing: { policy: 'noMatch' },
  };
  return parseDocumentOrThrow({
    schema: 2,
    name: { en: 'Stays' },
    subjectType: 'guest',
    nodes: [
      ...(event === undefined ? [] : [dimension]),
      { kind: 'tier', id: 'all', name: { en: 'All' }, rank: 1 },
    ],
    fallback: 'all',
  });
}

describe('sampleFor', () => {
  it('takes the sample that was made for the template before one that only fits', () => {
    const samples = [sampleOf('a', 'guest', ['stay']), sampleOf('b', 'guest', ['stay'], 'nights')];
    expect(sampleFor('hotel/nights', document('stay'), plugins(samples))?.id).toBe('hotel.b');
    expect(sampleFor('hotel/other', document('stay'), plugins(samples))).toEqual({
      id: 'hotel.a',
      name: { en: 'a' },
      asOf: '2025-12-31',
    });
  });

  it('takes none with other subjects, without the events, or of another plugin', () => {
    const samples = [sampleOf('a', 'room', ['stay']), sampleOf('b', 'guest', [])];
    expect(sampleFor('hotel/nights', document('stay'), plugins(samples))).toBeUndefined();
    expect(sampleFor('hotel/nights', document(), plugins(samples))?.id).toBe('hotel.b');
    expect(sampleFor('motel/nights', document(), plugins(samples))).toBeUndefined();
  });
});
