import { describe, expect, it } from '@jest/globals';
import { modelDocumentSchema, subjectTypeSchema, type ModelDocument, type RecordTypes } from '@terrace/model';
import { addedWords } from './add-types.js';
import { fieldTypesIn } from './field-types-in.js';
import { addedFieldsOf, completeTypes } from './needed-types.js';
import { readsDates } from './needs.js';

const documentOf = (
  ...dimensions: [id: string, valueType: string, source: object, more?: object][]
): ModelDocument =>
  modelDocumentSchema.parse({
    schema: 2,
    name: { en: 'Model' },
    subjectType: 'plot',
    nodes: dimensions.map(([id, valueType, source, more]) => ({
      ...{
        kind: 'dimension',
        id,
        name: { en: `The ${id}` },
        valueType,
        source,
        missing: { policy: 'noMatch' },
      },
      ...more,
    })),
    fallback: 'none',
  });
const nothing: RecordTypes = { subjectTypes: [], eventTypes: [] };

describe('completeTypes', () => {
  it('makes a subject type with the fields that dimensions read, as they declare them', () => {
    const { types, added } = completeTypes(
      nothing,
      documentOf(
        ['since', 'duration', { kind: 'daysSince', field: 'opened' }],
        ['age', 'duration', { kind: 'field', field: 'age_in_days' }],
        ['soil', 'enumeration', { kind: 'field', field: 'soil' }, { domain: { options: ['clay', 'sand'] } }],
        ['wet', 'boolean', { kind: 'field', field: 'wet' }],
        ['again', 'date', { kind: 'field', field: 'opened' }],
      ),
    );
    const [type] = added.subjectTypes;
    expect(types.subjectTypes).toEqual([type]);
    expect(type?.id).toBe('plot');
    expect(
      type?.fields.map(({ id, type: of, name, aliases, values }) => [id, of, name.en, aliases, values]),
    ).toEqual([
      ['age_in_days', 'number', 'The age', ['age'], undefined],
      ['soil', 'enumeration', 'The soil', [], ['clay', 'sand']],
      ['wet', 'boolean', 'The wet', [], undefined],
      ['opened', 'date', 'The again', ['again'], undefined],
    ]);
  });

  it('makes event types of aggregates and their filters', () => {
    const { added } = completeTypes(
      nothing,
      documentOf(
        [
          'calls',
          'number',
          { kind: 'aggregate', event: 'call', measure: 'count', where: { '!': { var: 'missed' } } },
        ],
        ['last', 'date', { kind: 'aggregate', event: 'call', measure: 'maximum', field: 'due' }],
        [
          'spent',
          'number',
          {
            kind: 'aggregate',
            event: 'sale',
            measure: 'sum',
            field: 'amount',
            where: { '>': [{ var: 'amount' }, '5'] },
          },
        ],
      ),
    );
    expect(
      added.eventTypes.map(({ id, subjectType, fields }) => [
        id,
        subjectType,
        fields.map((field) => `${field.id} ${field.type}`),
      ]),
    ).toEqual([
      ['call', 'plot', ['due date', 'missed boolean']],
      ['sale', 'plot', ['amount number']],
    ]);
    expect(addedFieldsOf(added, { kind: 'event', type: 'sale' }).map(({ id }) => id)).toEqual(['amount']);
  });

  it('adds to types that are there only what they lack', () => {
    const plot = subjectTypeSchema.parse({
      id: 'plot',
      name: { en: 'Plot' },
      fields: [{ id: 'area', name: { en: 'Area' }, type: 'text' }],
    });
    const document = documentOf(
      ['area', 'number', { kind: 'field', field: 'area' }],
      ['slope', 'number', { kind: 'field', field: 'slope' }],
    );
    const { types, added } = completeTypes({ subjectTypes: [plot], eventTypes: [] }, document);
    expect(types.subjectTypes[0]?.fields.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'area text',
      'slope number',
    ]);
    expect(added).toMatchObject({
      subjectTypes: [],
      eventTypes: [],
      fields: [{ kind: 'subject', type: 'plot', field: { id: 'slope' } }],
    });
    expect(addedWords(added, true, 'en')).toBe('Added to the database for this model: plot.slope');
    expect(addedWords(added, false, 'zh-CN')).toBe('插件中没有以下类型或字段，仅为本次命令创建：plot.slope');
    const again = completeTypes(types, document);
    expect(again.types).toEqual(types);
    expect(addedWords(again.added, false, 'en')).toBeNull();
  });
});

describe('fieldTypesIn', () => {
  it('tells the types of fields by what they stand beside', () => {
    const types = fieldTypesIn({
      and: [
        { '==': [{ var: 'channel' }, 'shop'] },
        { in: [{ var: ['size'] }, [1, 2]] },
        { '<': ['2024-01-01', { var: 'due' }] },
        { '!': { var: 'returned' } },
        { '>': [{ '+': [{ var: 'net' }, { var: 'tax' }] }, { var: 'limit' }] },
        { '==': [{ var: 'paid' }, true] },
        { var: 'checked' },
      ],
    });
    expect(Object.fromEntries(types)).toEqual({
      ...{ channel: 'text', size: 'number', due: 'date', returned: 'boolean', net: 'number', tax: 'number' },
      ...{ limit: 'text', paid: 'boolean', checked: 'boolean' },
    });
  });
});

describe('readsDates', () => {
  it('is true where days or events are counted, or tiers have a lifecycle', () => {
    const plain = documentOf(['area', 'number', { kind: 'field', field: 'area' }]);
    expect(readsDates(plain)).toBe(false);
    expect(readsDates({ ...plain, lifecycle: { graceDays: 30 } })).toBe(true);
    expect(readsDates(documentOf(['days', 'number', { kind: 'daysSince', field: 'opened' }]))).toBe(true);
    expect(
      readsDates(documentOf(['calls', 'number', { kind: 'aggregate', event: 'call', measure: 'count' }])),
    ).toBe(true);
  });
});
