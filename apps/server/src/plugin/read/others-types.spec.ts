import { describe, expect, it } from '@jest/globals';
import { eventTypeSchema, subjectTypeSchema } from '@terrace/model';
import type { OwnedType } from '../../catalog/plan-types.js';
import { othersTypes } from './others-types.js';

const field = (id: string) => ({ id, name: { en: id }, type: 'number' });
const guest = subjectTypeSchema.parse({
  id: 'guest',
  name: { en: 'Guest' },
  fields: [field('nights'), field('massages'), field('miles')],
});
const stay = eventTypeSchema.parse({
  id: 'stay',
  name: { en: 'Stay' },
  subjectType: 'guest',
  fields: [field('price')],
});
const stored: OwnedType[] = [
  {
    kind: 'subject',
    id: 'guest',
    owner: 'hotel',
    definition: guest,
    fieldOwners: { massages: 'spa', miles: 'airline' },
  },
  { kind: 'event', id: 'stay', owner: 'hotel', definition: stay, fieldOwners: {} },
];
const seenBy = (id: string) => {
  const { subjectTypes, eventTypes } = othersTypes(stored, id);
  return [...subjectTypes, ...eventTypes].map((type) => [type.id, ...type.fields.map((each) => each.id)]);
};

describe('othersTypes', () => {
  it('leaves out what the plugin brought itself: types, and fields of types of others', () => {
    expect(seenBy('hotel')).toEqual([]);
    expect(seenBy('spa')).toEqual([
      ['guest', 'nights', 'miles'],
      ['stay', 'price'],
    ]);
    expect(seenBy('bank')).toEqual([
      ['guest', 'nights', 'massages', 'miles'],
      ['stay', 'price'],
    ]);
  });
});
