import { describe, expect, it } from '@jest/globals';
import type { RecordTypes } from '../catalog/record-type.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import {
  bands,
  condition,
  dimension,
  model,
  numberDimension,
  rfmDocument,
  table,
  tier,
} from '../testing/documents.js';
import { checkDocument } from './check-document.js';

const n = { var: 'n' };
const basic = tier('basic', 9);
const good = tier('good', 1);
const toGood = condition('to_good', { '>': [n, 1] }, 'good');

/** Codes and places of all faults of a document around `nodes`. */
function faults(
  nodes: readonly ModelNode[],
  options: Partial<ModelDocument> = {},
  types?: RecordTypes,
): string[] {
  const document = { ...model([...nodes, basic], 'basic'), ...options };
  return checkDocument(document, types).map(({ code, path, severity }) =>
    [...(severity === 'warning' ? ['warning'] : []), code, path.join('.')].join(' '),
  );
}

describe('checkDocument', () => {
  it('finds nothing wrong with a sound document', () => {
    expect(checkDocument(rfmDocument())).toEqual([]);
  });

  it.each<[string, readonly ModelNode[], readonly string[]]>([
    ['an id used twice', [numberDimension('n'), numberDimension('n')], ['DUPLICATE_ID nodes.1.id']],
    ['an input that is not there', [bands('s', 'zzz', ['1'], [1, 2])], ['UNKNOWN_INPUT nodes.0.input']],
    ['a tier as an input', [table('t', ['basic'], [])], ['INPUT_WITHOUT_VALUE nodes.0.inputs.0']],
    [
      'bands on text',
      [dimension('d', 'text'), bands('s', 'd', ['1'], [1, 2])],
      ['NUMBER_EXPECTED nodes.1.input'],
    ],
    [
      'nodes in a circle',
      [
        condition('a', { var: 'b' }),
        condition('b', { and: [{ var: 'c' }] }),
        condition('c', { '!': { var: 'a' } }),
      ],
      ['CYCLE nodes.0'],
    ],
    ['a node that reads itself', [bands('s', 's', ['1'], [1, 2])], ['CYCLE nodes.0']],
    [
      'too few outputs',
      [numberDimension('n'), bands('s', 'n', ['1', '2'], [1, 2])],
      ['WRONG_OUTPUT_COUNT nodes.1.outputs'],
    ],
    [
      'cut points that descend',
      [numberDimension('n'), bands('s', 'n', ['1', '10', '9.5'], [1, 2, 3, 4])],
      ['CUTS_DESCEND nodes.1.cuts.values.2'],
    ],
    [
      'equal cut points',
      [numberDimension('n'), bands('s', 'n', ['1', '1.0'], [1, 2, 3])],
      ['warning EMPTY_BAND nodes.1.cuts.values.1'],
    ],
    [
      'scores beside labels',
      [numberDimension('n'), bands('s', 'n', ['1'], [1, 'high'])],
      ['MIXED_OUTPUTS nodes.1.outputs'],
    ],
    [
      'an empty label',
      [numberDimension('n'), bands('s', 'n', ['1'], ['', 'high'])],
      ['EMPTY_LABEL nodes.1.outputs.0'],
    ],
    [
      'a row with too few cells',
      [numberDimension('n'), table('t', ['n'], [['basic']])],
      ['WRONG_CELL_COUNT nodes.1.rows.0.cells'],
    ],
    [
      'a cell of the wrong type',
      [numberDimension('n'), table('t', ['n'], [['basic', { op: '==', value: 'x' }]])],
      ['WRONG_CELL_TYPE nodes.1.rows.0.cells.0'],
    ],
    [
      'a range with nothing in it',
      [numberDimension('n'), table('t', ['n'], [['basic', { op: 'between', min: 2, max: 1 }]])],
      ['EMPTY_RANGE nodes.1.rows.0.cells.0'],
    ],
    [
      'a row like an earlier one',
      [
        numberDimension('n'),
        table(
          't',
          ['n'],
          [
            ['basic', { op: '>', value: 2 }],
            ['basic', { op: '>', value: 3 }],
            ['basic', { op: '>', value: 2 }],
          ],
        ),
      ],
      ['warning UNREACHABLE_ROW nodes.1.rows.2'],
    ],
    [
      'a row after one that always holds',
      [
        numberDimension('n'),
        table(
          't',
          ['n'],
          [
            ['basic', null],
            ['basic', { op: '>', value: 2 }],
          ],
        ),
      ],
      ['warning UNREACHABLE_ROW nodes.1.rows.1'],
    ],
    [
      'a tier that is not there',
      [numberDimension('n'), condition('c', { '>': [n, 1] }, 'zzz')],
      ['UNKNOWN_TIER nodes.1.tier'],
    ],
    [
      'a dimension as a tier',
      [numberDimension('n'), table('t', ['n'], [['n', null]])],
      ['NOT_A_TIER nodes.1.rows.0.tier'],
    ],
    ['a tier nothing leads to', [good], ['warning UNREACHABLE_TIER nodes.0']],
    [
      'ranks that are the same',
      [numberDimension('n'), toGood, good, tier('other', 1)],
      ['DUPLICATE_RANK nodes.3.rank', 'warning UNREACHABLE_TIER nodes.3'],
    ],
    ['a condition that cannot be read', [condition('c', { nope: [1] })], ['UNKNOWN_OPERATOR nodes.0.when']],
    [
      'a condition over what is not there',
      [condition('c', { and: [{ '>': [n, 1] }, { '<': ['x', 1] }] })],
      ['UNKNOWN_VARIABLE nodes.0.when.and.0.>.0', 'TYPE_MISMATCH nodes.0.when.and.1'],
    ],
    [
      'a value as a condition',
      [numberDimension('n'), condition('c', n)],
      ['CONDITION_EXPECTED nodes.1.when'],
    ],
    ['a reserved name', [numberDimension('tier')], ['RESERVED_NAME nodes.0.id']],
    ['a reserved name of a condition', [condition('key', true)], ['RESERVED_NAME nodes.0.id']],
    [
      'a default of the wrong type',
      [{ ...(dimension('d', 'date') as DimensionNode), missing: { policy: 'default', value: '2023-02-29' } }],
      ['WRONG_DEFAULT nodes.0.missing.value'],
    ],
    [
      'an action of a tier that is not there',
      [
        {
          kind: 'action',
          id: 'a',
          name: { en: 'a' },
          tier: 'zzz',
          on: ['enter'],
          action: { type: 'webhook', webhook: 'w' },
        },
      ],
      ['UNKNOWN_TIER nodes.0.tier'],
    ],
  ])('finds %s', (_name, nodes, expected) => {
    expect(faults(nodes)).toEqual(expected);
  });

  it('finds a missing fallback tier and a wrong amount', () => {
    const nodes = [dimension('region', 'text')];
    expect(faults(nodes, { fallback: 'zzz', amount: 'region' })).toEqual([
      'warning UNREACHABLE_TIER nodes.1',
      'UNKNOWN_TIER fallback',
      'WRONG_AMOUNT amount',
    ]);
  });

  it('checks calibrated bands', () => {
    const calibrated = (changes: object, input = 'n'): ModelNode[] => [
      numberDimension('n'),
      bands('first', 'n', ['1'], [1, 2]),
      {
        kind: 'bands',
        id: 's',
        name: { en: 's' },
        input,
        cuts: { method: 'quantile', count: 3, offset: '0', values: [], ...changes },
        closed: 'left',
        outputs: [1, 2, 3],
      },
    ];
    expect(faults(calibrated({}))).toEqual([]);
    expect(faults(calibrated({ values: ['5', '5'] }))).toEqual([]);
    expect(faults(calibrated({ values: ['5'] }))).toEqual(['WRONG_CUT_COUNT nodes.2.cuts.values']);
    expect(faults(calibrated({ count: 4 }))).toEqual(['WRONG_OUTPUT_COUNT nodes.2.outputs']);
    expect(faults(calibrated({ population: { '>': [{ var: 'first' }, 1] } }))).toEqual([
      'UNKNOWN_VARIABLE nodes.2.cuts.population.>.0',
    ]);
    expect(faults(calibrated({}, 'first'))).toEqual(['DIMENSION_EXPECTED nodes.2.input']);
  });

  it('says what is wrong and how to mend it, in both languages', () => {
    const [issue] = checkDocument(
      model([numberDimension('n'), bands('s', 'n', ['1', '2'], [1, 2]), basic], 'basic'),
    );
    expect(issue).toMatchObject({
      nodeId: 's',
      message: {
        en: 'There are 3 bands and 2 outputs. Give one output for each band, lowest first.',
        'zh-CN': '共有 3 个分档，但有 2 个输出。请为每个分档（从低到高）各填一个输出。',
      },
    });
  });

  it('survives a condition that would grow without bound', () => {
    let when: object = { var: 'b' };
    for (let depth = 0; depth < 60; depth += 1)
      when = { and: [{ '==': [{ or: [when, { var: 'b' }] }, { var: 'b' }] }, { var: 'b' }] };
    expect(faults([dimension('b', 'boolean'), condition('c', when as { var: string })])).toEqual([
      'TOO_LARGE nodes.1.when',
    ]);
  });
});

describe('checkDocument with record types', () => {
  const field = (id: string, type: 'number' | 'text' | 'boolean' | 'date' | 'instant' | 'enumeration') => ({
    id,
    name: { en: id },
    type,
    required: false,
    aliases: [],
    sensitivity: 'none' as const,
  });
  const types: RecordTypes = {
    subjectTypes: [
      {
        id: 'customer',
        name: { en: 'Customer' },
        keyAliases: [],
        fields: [field('n', 'number'), field('joined', 'date'), field('kind', 'enumeration')],
      },
    ],
    eventTypes: [
      {
        id: 'order',
        name: { en: 'Order' },
        subjectType: 'customer',
        subjectAliases: [],
        timeAliases: [],
        idAliases: [],
        fields: [field('amount', 'number'), field('channel', 'text'), field('paid_on', 'date')],
      },
    ],
  };
  const from = (
    source: DimensionNode['source'],
    valueType: DimensionNode['valueType'] = 'number',
  ): ModelNode => ({
    kind: 'dimension',
    id: 'd',
    name: { en: 'd' },
    valueType,
    source,
    missing: { policy: 'noMatch' },
  });
  const aggregate = (rest: object) =>
    ({ kind: 'aggregate', event: 'order', measure: 'sum', ...rest }) as DimensionNode['source'];

  it.each<[ModelNode, readonly string[]]>([
    [from({ kind: 'field', field: 'n' }), []],
    [from({ kind: 'field', field: 'kind' }, 'text'), []],
    [from({ kind: 'field', field: 'zzz' }), ['UNKNOWN_FIELD nodes.0.source.field']],
    [from({ kind: 'field', field: 'joined' }), ['WRONG_VALUE_TYPE nodes.0.valueType']],
    [from({ kind: 'daysSince', field: 'joined' }), []],
    [from({ kind: 'daysSince', field: 'n' }), ['WRONG_FIELD_TYPE nodes.0.source.field']],
    [from({ kind: 'daysSince', field: 'joined' }, 'date'), ['WRONG_VALUE_TYPE nodes.0.valueType']],
    [from(aggregate({ field: 'amount' })), []],
    [from(aggregate({})), ['FIELD_NEEDED nodes.0.source.field']],
    [from(aggregate({ field: 'channel' })), ['WRONG_FIELD_TYPE nodes.0.source.field']],
    [from(aggregate({ measure: 'maximum', field: 'paid_on' }), 'date'), []],
    [from(aggregate({ measure: 'maximum', field: 'paid_on' })), ['WRONG_VALUE_TYPE nodes.0.valueType']],
    [from(aggregate({ measure: 'count' })), []],
    [
      from(aggregate({ measure: 'count', field: 'amount' })),
      ['warning FIELD_WITHOUT_USE nodes.0.source.field'],
    ],
    [from(aggregate({ event: 'call', field: 'amount' })), ['UNKNOWN_EVENT_TYPE nodes.0.source.event']],
    [from(aggregate({ field: 'amount', where: { '==': [{ var: 'channel' }, 'web'] } })), []],
    [
      from(aggregate({ field: 'amount', where: { '==': [{ var: 'shop' }, 'web'] } })),
      ['UNKNOWN_VARIABLE nodes.0.source.where.==.0'],
    ],
  ])('checks %j', (node, expected) => {
    expect(faults([node], {}, types)).toEqual(expected);
  });

  it('finds a subject type that is not there', () => {
    expect(faults([numberDimension('n')], { subjectType: 'visit' }, types)).toEqual([
      'UNKNOWN_SUBJECT_TYPE subjectType',
    ]);
  });
});
