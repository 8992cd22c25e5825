import { describe, expect, it } from '@jest/globals';
import { eventTypeSchema, fieldSchema, subjectTypeSchema, type Field } from '@terrace/model';
import { planTypes, type BroughtTypes, type OwnedType } from './plan-types.js';

const field = (id: string, type: Field['type'] = 'text', more: object = {}) =>
  fieldSchema.parse({ id, name: { en: id }, type, ...more });
const guest = (...fields: Field[]) => subjectTypeSchema.parse({ id: 'guest', name: { en: 'Guest' }, fields });
const stay = (...fields: Field[]) =>
  eventTypeSchema.parse({ id: 'stay', name: { en: 'Stay' }, subjectType: 'guest', fields });

const stored = (definition: OwnedType['definition'], more: Partial<OwnedType> = {}): OwnedType => ({
  kind: 'subjectType' in definition ? 'event' : 'subject',
  id: definition.id,
  owner: 'hotel',
  definition,
  fieldOwners: {},
  ...more,
});

function plan(owner: string, brought: Partial<BroughtTypes>, types: readonly OwnedType[]) {
  const { plans, issues } = planTypes(
    owner,
    { subjectTypes: [], eventTypes: [], fields: [], ...brought },
    types,
  );
  return {
    plans: plans.map(({ type, before, added }) => ({
      type: `${type.kind} ${type.id} of ${type.owner}`,
      isNew: before === undefined,
      fields: type.definition.fields.map(({ id }) => id),
      added: added.map(({ id }) => id),
      owners: type.fieldOwners,
    })),
    issues: issues.map(({ code, details }) => [code, ...Object.values(details ?? {})]),
  };
}

describe('planTypes', () => {
  it('makes new types with the fields that the same plugin adds to them', () => {
    const fields = [{ type: 'guest', field: field('b') }];
    expect(plan('hotel', { subjectTypes: [guest(field('a'))], eventTypes: [stay()], fields }, [])).toEqual({
      plans: [
        { type: 'subject guest of hotel', isNew: true, fields: ['a', 'b'], added: ['a', 'b'], owners: {} },
        { type: 'event stay of hotel', isNew: true, fields: [], added: [], owners: {} },
      ],
      issues: [],
    });
  });

  it('adds what is new, and keeps what is no longer brought and what others added', () => {
    const types = [
      stored(guest(field('a'), field('hand'), field('spa')), { fieldOwners: { spa: 'wellness' } }),
    ];
    expect(plan('hotel', { subjectTypes: [guest(field('b'))] }, types)).toEqual({
      plans: [
        {
          type: 'subject guest of hotel',
          isNew: false,
          fields: ['b', 'a', 'hand', 'spa'],
          added: ['b'],
          owners: { spa: 'wellness' },
        },
      ],
      issues: [],
    });
  });

  it('notes whose an added field is, and takes its newer definition over', () => {
    const add = (...more: object[]) => [{ type: 'guest', field: field('spa', 'number', ...more) }];
    const first = plan('wellness', { fields: add() }, [stored(guest(field('a')))]);
    expect(first.plans).toMatchObject([
      { fields: ['a', 'spa'], added: ['spa'], owners: { spa: 'wellness' } },
    ]);
    const types = [stored(guest(field('a'), field('spa', 'number')), { fieldOwners: { spa: 'wellness' } })];
    const { plans, issues } = planTypes(
      'wellness',
      { subjectTypes: [], eventTypes: [], fields: add({ minimum: 3 }) },
      types,
    );
    expect(issues).toEqual([]);
    expect(plans[0]?.type.definition.fields[1]).toMatchObject({ id: 'spa', minimum: 3 });
    expect(plans[0]?.added).toEqual([]);
  });

  it('names both sides of every clash', () => {
    const types = [
      stored(guest(field('a'), field('spa', 'number')), { fieldOwners: { spa: 'wellness' } }),
      stored(stay(field('amount', 'number')), { owner: 'workspace' }),
    ];
    expect(
      plan(
        'inn',
        {
          subjectTypes: [guest()],
          eventTypes: [stay()],
          fields: [
            { type: 'guest', field: field('a') },
            { type: 'guest', field: field('spa') },
            { type: 'none', field: field('x') },
          ],
        },
        types,
      ).issues,
    ).toEqual([
      ['TYPE_EXISTS', 'hotel', 'inn'],
      ['TYPE_EXISTS', 'workspace', 'inn'],
      ['FIELD_TAKEN', 'hotel', 'inn'],
      ['FIELD_TAKEN', 'wellness', 'inn'],
      ['TYPE_MISSING'],
    ]);
    expect(plan('hotel', { subjectTypes: [guest(field('spa', 'number'))] }, types).issues).toEqual([
      ['FIELD_TAKEN', 'wellness', 'hotel'],
    ]);
  });

  it('refuses another type for a stored field', () => {
    const types = [stored(guest(field('a'))), stored(stay())];
    const changed = eventTypeSchema.parse({ ...stay(), subjectType: 'other' });
    expect(
      plan('hotel', { subjectTypes: [guest(field('a', 'number'))], eventTypes: [changed] }, types).issues,
    ).toEqual([['FIELD_TYPE_CHANGED'], ['SUBJECT_TYPE_CHANGED']]);
    const added = [stored(guest(field('spa', 'number')), { fieldOwners: { spa: 'wellness' } })];
    expect(plan('wellness', { fields: [{ type: 'guest', field: field('spa') }] }, added).issues).toEqual([
      ['FIELD_TYPE_CHANGED'],
    ]);
  });
});
