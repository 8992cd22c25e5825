import { describe, expect, it } from '@jest/globals';
import { bands, model, numberDimension, tier } from '../testing/documents.js';
import { calibratedNodes, withCutPoints } from './calibrated-nodes.js';

describe('calibrated bands', () => {
  const calibrated = model(
    [
      numberDimension('n'),
      bands('fixed', 'n', ['1'], [1, 2]),
      {
        kind: 'bands',
        id: 'score',
        name: { en: 'score' },
        input: 'n',
        cuts: {
          method: 'quantile',
          count: 3,
          offset: '1',
          values: [],
          population: { '>': [{ var: 'n' }, 0] },
        },
        closed: 'left',
        outputs: [1, 2, 3],
      },
      tier('basic', 1),
    ],
    'basic',
  );

  it('names the bands that want it', () => {
    expect(calibratedNodes(calibrated)).toEqual([
      {
        nodeId: 'score',
        input: 'n',
        cuts: {
          method: 'quantile',
          count: 3,
          offset: '1',
          values: [],
          population: { '>': [{ var: 'n' }, 0] },
        },
        population: { '>': [{ var: 'n' }, 0] },
      },
    ]);
  });

  it('puts cut points into those bands alone, in a copy', () => {
    const changed = withCutPoints(calibrated, { score: ['4', '5.5'], fixed: ['9'] });
    expect(changed.nodes[2]).toMatchObject({ cuts: { method: 'quantile', count: 3, values: ['4', '5.5'] } });
    expect(changed.nodes[1]).toBe(calibrated.nodes[1]);
    expect(calibrated.nodes[2]).toMatchObject({ cuts: { values: [] } });
  });
});
