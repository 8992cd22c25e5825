import { describe, expect, it } from '@jest/globals';
import { fieldSchema, fieldTypes, type Field } from '../../catalog/record-type.js';
import { measures } from '../../document/dimension-source.js';
import { fieldFits, fitsDeclared, needsField, typeOfField, typeOfMeasure } from './measure-field.js';

const field = (type: (typeof fieldTypes)[number]): Field =>
  fieldSchema.parse({
    id: 'f',
    name: { en: 'F' },
    type,
    ...(type === 'enumeration' ? { values: ['a'] } : {}),
  });

describe('a measure', () => {
  it.each([
    ['count', '', 'number'],
    ['sum', 'number', 'number'],
    ['average', 'number', 'number'],
    ['minimum', 'number text date instant enumeration', 'date'],
    ['maximum', 'number text date instant enumeration', 'date'],
    ['latest', 'number text boolean date instant enumeration', 'date'],
    ['distinct', 'number text boolean date instant enumeration', 'number'],
    ['daysSinceLast', '', 'number'],
    ['daysSinceFirst', '', 'number'],
  ] as const)('%s works on fields of the types "%s", and gives of a date a %s', (measure, types, given) => {
    const fitting = fieldTypes.filter((type) => fieldFits(measure, field(type)));
    expect(new Set(fitting)).toEqual(new Set(types.split(' ').filter(Boolean)));
    expect(needsField(measure)).toBe(types !== '');
    expect(typeOfMeasure(measure, field('date'))).toBe(given);
  });

  it('takes the choices of an enumeration as text', () => {
    expect(typeOfField(field('enumeration'))).toBe('text');
    expect(measures.map((measure) => typeOfMeasure(measure, undefined))).toEqual(
      measures.map((measure) => (['minimum', 'maximum', 'latest'].includes(measure) ? 'text' : 'number')),
    );
  });
});

describe('a declared type', () => {
  it.each([
    ['duration', 'number', true],
    ['number', 'duration', false],
    ['enumeration', 'text', true],
    ['text', 'enumeration', false],
    ['date', 'instant', false],
    ['boolean', 'boolean', true],
  ] as const)('%s fits values of the type %s: %p', (declared, type, fits) => {
    expect(fitsDeclared(declared, type)).toBe(fits);
  });
});
