import { describe, expect, it } from '@jest/globals';
import { readItem, writeItem, type PaletteItem } from './palette-item';

describe('readItem', () => {
  it.each<[PaletteItem]>([
    [{ type: 'blank', kind: 'matrix' }],
    [{ type: 'dimension', id: 'retail.recency' }],
    [{ type: 'nodeKind', id: 'banking.share_growth' }],
    [{ type: 'tier', id: 'banking.diamond' }],
    [{ type: 'action', id: 'banking.call' }],
  ])('reads what was written: %j', (item) => {
    expect(readItem(writeItem(item))).toEqual(item);
  });

  it.each([
    '',
    'x',
    'null',
    '{"type":"blank","kind":"nothing"}',
    '{"type":"tier"}',
    '{"type":"gone","id":"a"}',
  ])('reads nothing from %j', (text) => {
    expect(readItem(text)).toBeUndefined();
  });
});
