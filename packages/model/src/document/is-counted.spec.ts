import { describe, expect, it } from '@jest/globals';
import { measures, type DimensionSource } from './dimension-source.js';
import { isCounted } from './is-counted.js';

describe('isCounted', () => {
  it('holds for counts and for days that have passed', () => {
    const counted = measures.filter((measure) => isCounted({ kind: 'aggregate', event: 'order', measure }));
    expect(counted).toEqual(['count', 'distinct', 'daysSinceLast', 'daysSinceFirst']);
    expect(isCounted({ kind: 'daysSince', field: 'joined' })).toBe(true);
  });

  it('does not hold for fields and for what code computes', () => {
    const code: DimensionSource = { kind: 'code', dimension: 'a.b', version: '1.0.0', parameters: {} };
    expect([isCounted({ kind: 'field', field: 'age' }), isCounted(code)]).toEqual([false, false]);
  });
});
