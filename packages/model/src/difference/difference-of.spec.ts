import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ModelDocument } from '../document/model-document.js';
import { parseDocument } from '../document/parse-document.js';
import { rfmDocument } from '../testing/documents.js';
import { everyKindDocument } from './testing/every-kind.js';
import { differenceOf } from './difference-of.js';

/** A deep copy to be edited freely. */
const editable = (document: ModelDocument): any => structuredClone(document); // eslint-disable-line @typescript-eslint/no-explicit-any
const codes = (before: ModelDocument, after: ModelDocument): string[] =>
  differenceOf(before, after).map(({ code }) => code);

describe('differenceOf', () => {
  it('finds nothing between equal documents, whatever the order of what has none', () => {
    for (const document of [rfmDocument(), everyKindDocument()]) {
      const other = editable(document);
      other.nodes.reverse();
      for (const node of other.nodes) {
        if (node.kind === 'matrix') {
          // The last axis is the fastest: swapped axes transpose the cells.
          const [a, b] = node.axes;
          node.axes = [b, a];
          node.cells = b.values.flatMap((_: unknown, j: number) =>
            a.values.map((__: unknown, i: number) => node.cells[i * b.values.length + j]),
          );
        }
        if (node.kind === 'categoryMap') node.entries.reverse();
        if (node.kind === 'scorecard') node.items.reverse();
      }
      expect(differenceOf(document, other)).toEqual([]);
    }
  });

  it('says which threshold moved from where to where', () => {
    const after = editable(rfmDocument());
    after.nodes[3].cuts.values[0] = '120';
    expect(differenceOf(rfmDocument(), after)).toEqual([
      {
        code: 'THRESHOLD_CHANGED',
        type: 'changed',
        effect: 'tiers',
        nodeId: 'recency_score',
        before: { path: ['nodes', 3, 'cuts', 'values', 0], value: '115' },
        after: { path: ['nodes', 3, 'cuts', 'values', 0], value: '120' },
        sentence: {
          en: 'Bands “Recency score”: cut point 1 changed from 115 days to 120 days.',
          'zh-CN': '分档“最近消费得分”：第 1 个分界点由 115 天改为 120 天。',
        },
      },
    ]);
  });

  it('finds rows by their id: moved, removed, added, and a changed cell', () => {
    const after = editable(rfmDocument());
    const { rows } = after.nodes[6];
    const [first] = rows.splice(0, 1);
    rows.splice(2, 0, first);
    rows[0].cells[1] = { op: '>=', value: 4 };
    rows.pop();
    rows.push({ id: 'extra', cells: [null, null, { op: 'missing' }], tier: 'others' });
    const changes = differenceOf(rfmDocument(), after);
    expect(changes.map(({ code, before, after: now }) => [code, before?.path, now?.path])).toEqual([
      ['CELL_CHANGED', ['nodes', 6, 'rows', 1, 'cells', 1], ['nodes', 6, 'rows', 0, 'cells', 1]],
      ['ROW_REMOVED', ['nodes', 6, 'rows', 9], undefined],
      ['ROW_ADDED', undefined, ['nodes', 6, 'rows', 9]],
      ['ROW_MOVED', ['nodes', 6, 'rows', 0], ['nodes', 6, 'rows', 2]],
    ]);
    expect(changes[0]?.sentence.en).toBe(
      'Decision table “segment”: row 1, cell “Frequency score” changed from 3–5 to at least 4.',
    );
    expect(changes[3]?.sentence['zh-CN']).toBe('决策表“segment”：第 3 行由第 1 位移动而来。');
  });

  it('does not mind the order of rows of which all count', () => {
    const document = editable(rfmDocument());
    document.nodes[6].hit = 'priority';
    const after = editable(document);
    after.nodes[6].rows.reverse();
    expect(differenceOf(document, after)).toEqual([]);
  });

  it('knows a node with another id again, and what refers to it', () => {
    const text = JSON.stringify(everyKindDocument());
    // The matrix reads the bands, so it is equal only once these are known again.
    const after = text.replaceAll('"spent_bands"', '"levels"').replaceAll('"grid"', '"matrix1"');
    const changes = differenceOf(everyKindDocument(), JSON.parse(after) as ModelDocument);
    expect(changes.map(({ code, before, after: now }) => [code, before?.value, now?.value])).toEqual([
      ['NODE_RENAMED', 'spent_bands', 'levels'],
      ['NODE_RENAMED', 'grid', 'matrix1'],
    ]);
  });

  it('tells apart what people read, what moves tiers and where nodes stand', () => {
    const after = editable(everyKindDocument());
    const gold = after.nodes.find((node: { id: string }) => node.id === 'gold');
    gold.benefits.push({ en: 'Lounge', 'zh-CN': '贵宾厅' });
    gold.rank = 7;
    after.layout = { gold: { x: 1, y: 2 }, plain: { x: 1, y: 3 } };
    after.fallback = 'silver';
    after.lifecycle.graceDays = 45;
    const weights = after.nodes.find((node: { kind: string }) => node.kind === 'scorecard').weightSets[0]
      .weights;
    [weights.a, weights.b] = ['30', '70'];
    const changes = differenceOf(everyKindDocument(), after);
    expect(changes.map(({ code, effect }) => [code, effect])).toEqual([
      ['WEIGHT_CHANGED', 'tiers'],
      ['WEIGHT_CHANGED', 'tiers'],
      ['RANK_CHANGED', 'tiers'],
      ['BENEFIT_ADDED', 'presentation'],
      ['FALLBACK_CHANGED', 'tiers'],
      ['LIFECYCLE_CHANGED', 'tiers'],
      ['LAYOUT_CHANGED', 'layout'],
    ]);
    const texts = changes.map(({ sentence }) => sentence['zh-CN']);
    expect(texts.slice(2)).toEqual([
      '层级“金卡”：级别由 1 改为 7。',
      '层级“金卡”：权益新增：“贵宾厅”。',
      '模型：兜底层级由“普通”改为“银卡”。',
      '模型：宽限期由 30 天改为 45 天。',
      '画布上移动了“金卡”和“普通”。',
    ]);
  });

  it('reports a node of another kind once', () => {
    const after = editable(rfmDocument());
    after.nodes[3] = {
      kind: 'formula',
      id: 'recency_score',
      name: { en: 'F' },
      valueType: 'number',
      expression: 1,
    };
    expect(codes(rfmDocument(), after)).toEqual(['NODE_REPLACED']);
  });
});

type Path = (string | number)[];

/** The paths of all leaves. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Another value in the place of a leaf, of the same type. */
function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string')
    return /^-?\d+(\.\d+)?$/.test(value) ? String(Number(value) + 1) : `${value}x`;
  return 'x';
}

describe('differenceOf, over every leaf of a document of every kind', () => {
  const document = everyKindDocument();
  const all = leaves(document).filter(([first, , third]) => first !== 'schema' && third !== 'kind');

  it('covers a change of any of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), (path) => {
        const after = editable(document);
        const holder = path.slice(0, -1).reduce((part, key) => part[key], after);
        const last = path.at(-1) ?? '';
        holder[last] = other(holder[last]);
        const changes = differenceOf(document, after);
        const isCovered = changes.some((change) =>
          [change.before, change.after].some((side) => side?.path.every((key, index) => key === path[index])),
        );
        // Fields that name a node or an entry make it another one, which is reported as gone and come.
        expect({ path, isCovered }).toEqual({ path, isCovered: true });
        for (const { sentence } of changes) {
          expect(sentence.en).not.toMatch(/undefined|\[object|(^| )#|\*/);
          expect(sentence['zh-CN']).not.toMatch(/undefined|\[object|(^| )#|\*/);
        }
        expect(differenceOf(after, document)).not.toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is a document that can be read', () => {
    expect(parseDocument(document).ok).toBe(true);
  });
});
