import { describe, expect, it } from '@jest/globals';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { applyChange } from '../../../store/document-change';
import { record, startHistory, undo } from '../../../store/history';
import { repairChange } from './repair-change';

const condition = (id: string, tier: string): ModelNode => ({
  kind: 'condition',
  id,
  name: { en: id },
  when: true,
  tier,
});
const tier = (id: string, rank: number): ModelNode => ({ kind: 'tier', id, name: { en: id }, rank });
const document: ModelDocument = {
  schema: 2,
  name: { en: 'Model' },
  subjectType: 'customer',
  nodes: [condition('rich', 'gold'), condition('dead', 'plain'), tier('gold', 1), tier('plain', 2)],
  fallback: 'plain',
  layout: {},
};
const places = { rich: { x: 100, y: 0 }, dead: { x: 120, y: 200 }, gold: { x: 400, y: 900 } };
const words = { en: 'Mend it', 'zh-CN': '修复' };

describe('a repair', () => {
  it('replaces, adds and removes nodes in one change that one undo takes back', () => {
    const change = repairChange(
      document,
      {
        words,
        replaced: [condition('rich', 'plain')],
        added: [condition('rest', 'gold')],
        removed: ['dead'],
      },
      places,
    );
    const before = startHistory(document);
    const after = record(before, applyChange(document, change));
    expect(after.present.nodes.map(({ id }) => id)).toEqual(['rich', 'gold', 'plain', 'rest']);
    expect(after.present.nodes[0]).toMatchObject({ tier: 'plain' });
    expect(undo(after).present).toBe(document);
  });

  it('puts what it adds below the nodes of the same kind', () => {
    const change = repairChange(
      document,
      { words, replaced: [], added: [condition('one', 'gold'), condition('two', 'gold')], removed: [] },
      places,
    );
    expect(applyChange(document, change).layout).toEqual({
      one: { x: 100, y: 360 },
      two: { x: 100, y: 520 },
    });
  });
});
