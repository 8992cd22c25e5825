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

  it('holds defaults against what models may give: whole numbers, bounds, the type', () => {
    const parameter = (id: string, more: object) => ({ id, name, ...more });
    const parameters = [
      parameter('whole', { type: 'integer', default: 1.5 }),
      parameter('low', { type: 'number', default: 1, minimum: 2 }),
      parameter('high', { type: 'integer', default: 9, maximum: 8 }),
      parameter('words', { type: 'number', default: 'many' }),
      parameter('written', { type: 'integer', default: '5' }),
      parameter('mode', { type: 'choice', options: [{ value: 1, name }], default: '1' }),
      parameter('text', { type: 'text', default: 5 }),
      parameter('fine', { type: 'integer', default: 5, minimum: 5, maximum: 5 }),
    ];
    const dimensions = [
      { id: 'calm', name, subjectType: 'guest', inputs: {}, valueType: 'number', parameters },
    ];
    const issues = checkCodeDeclarations(codeDeclarationsSchema.parse({ dimensions }), types);
    expect(issues.map(({ path, message }) => `${path.slice(2).join('.')} ${message.en}`)).toEqual([
      'parameters.0.default "whole" needs a whole number, not 1.5.',
      'parameters.1.default "low" is at least 2; 1 is too small.',
      'parameters.2.default "high" is at most 8; 9 is too large.',
      'parameters.3.default "words" needs a number, not "many".',
      'parameters.4.default The default of "written" is "5". Write 5.',
      'parameters.5.default The default of "mode" is "1". Write 1.',
      'parameters.6.default The default of "text" is 5. Write "5".',
    ]);
  });
});
