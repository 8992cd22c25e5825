import { describe, expect, it } from '@jest/globals';
import { eventTypeSchema, subjectTypeSchema } from '@terrace/model';
import { codeDeclarationsSchema } from '../code-declarations.js';
import { checkCodeDeclarations } from './check-code.js';

const name = { en: 'Name', 'zh-CN': '名称' };
const types = {
  subjectTypes: [
    subjectTypeSchema.parse({
      id: 'guest',
      name,
      fields: [
        { id: 'city', name, type: 'text' },
        { id: 'phone', name, type: 'text', sensitivity: 'personal' },
      ],
    }),
  ],
  eventTypes: [
    eventTypeSchema.parse({
      id: 'visit',
      name,
      subjectType: 'guest',
      fields: [{ id: 'price', name, type: 'number' }],
    }),
    eventTypeSchema.parse({ id: 'repair', name, subjectType: 'room', fields: [] }),
  ],
};

function faults(changes: object, more: object[] = []): string[] {
  const dimension = { id: 'calm', name, subjectType: 'guest', inputs: {}, valueType: 'number', ...changes };
  const declarations = codeDeclarationsSchema.parse({ dimensions: [dimension, ...more] });
  return checkCodeDeclarations(declarations, types).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('checkCodeDeclarations', () => {
  it('finds nothing wrong with inputs that exist', () => {
    expect(
      faults({ inputs: { fields: { city: 'text' }, events: { visit: { fields: { price: 'number' } } } } }),
    ).toEqual([]);
  });

  it('refuses personal fields', () => {
    expect(faults({ inputs: { fields: { phone: 'text' } } })).toEqual([
      'PERSONAL_FIELD dimensions.0.inputs.fields.phone',
    ]);
  });

  it('finds inputs that do not exist or are something else', () => {
    expect(
      faults({
        inputs: {
          fields: { town: 'text', city: 'number' },
          events: { repair: {}, visit: { fields: { price: 'text', tax: 'number' } } },
        },
      }),
    ).toEqual([
      'UNKNOWN_REFERENCE dimensions.0.inputs.fields.town',
      'WRONG_FIELD_TYPE dimensions.0.inputs.fields.city',
      'UNKNOWN_REFERENCE dimensions.0.inputs.events.repair',
      'WRONG_FIELD_TYPE dimensions.0.inputs.events.visit.fields.price',
      'UNKNOWN_REFERENCE dimensions.0.inputs.events.visit.fields.tax',
    ]);
    expect(faults({ subjectType: 'room' })).toEqual(['UNKNOWN_REFERENCE dimensions.0.subjectType']);
  });

  it('finds ids used twice, an enumeration without options and a default that is no option', () => {
    const choice = { id: 'mode', name, type: 'choice', options: [{ value: 'a', name }], default: 'b' };
    expect(
      faults({ valueType: 'enumeration', parameters: [choice] }, [
        { id: 'calm', name, subjectType: 'guest', inputs: {}, valueType: 'text', domain: { options: ['a'] } },
      ]),
    ).toEqual([
      'DUPLICATE_ID dimensions.1.id',
      'OPTIONS_NEEDED dimensions.0.domain',
      'WRONG_PARAMETER dimensions.0.parameters.0.default',
      'DOMAIN_WITHOUT_USE dimensions.1.domain.options',
    ]);
  });
});
