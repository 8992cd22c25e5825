import { describe, expect, it } from '@jest/globals';
import type { BandsNode, ModelDocument } from '@terrace/model';
import { calibrationOf, shownCuts, withCut } from './calibration';

const bands = (cuts: BandsNode['cuts'], id = 'score'): BandsNode => ({
  kind: 'bands',
  id,
  name: { en: id },
  input: 'spend',
  cuts,
  closed: 'left',
  outputs: [1, 2, 3],
});
const quantile = (values: string[]): BandsNode =>
  bands({ method: 'quantile', count: 3, offset: '0', values });

describe('calibrated cut points', () => {
  it('are read from the quantile bands of a run alone', () => {
    const computed: ModelDocument = {
      schema: 2,
      name: { en: 'Model' },
      subjectType: 'customer',
      nodes: [
        quantile(['13.5', '44']),
        bands({ method: 'explicit', values: ['1', '2'] }, 'fixed'),
        { kind: 'tier', id: 'plain', name: { en: 'Plain' }, rank: 1 },
      ],
      fallback: 'plain',
      layout: {},
    };
    expect(calibrationOf(computed)).toEqual({ score: ['13.5', '44'] });
  });

  it('of the newest run are shown before those in the document', () => {
    expect(shownCuts(quantile(['1', '2']), { score: ['13.5', '44'] })).toEqual(['13.5', '44']);
    expect(shownCuts(quantile(['1', '2']), { other: ['13.5', '44'] })).toEqual(['1', '2']);
  });

  it('are not shown when the number of bands has changed since', () => {
    expect(shownCuts(quantile(['1', '2']), { score: ['5', '6', '7'] })).toEqual(['1', '2']);
    expect(shownCuts(quantile(['1']), { score: ['5', '6', '7'] })).toEqual([]);
  });

  it('never stand in for cut points that a person has set', () => {
    const own = bands({ method: 'explicit', values: ['10', '20'] });
    expect(shownCuts(own, { score: ['13.5', '44'] })).toEqual(['10', '20']);
  });
});

describe('moving a cut point', () => {
  it('makes calibrated bands explicit, with the other cut points as they were shown', () => {
    expect(withCut(quantile(['1', '2']), 1, '50.25', { score: ['13.5', '44'] })).toEqual(
      bands({ method: 'explicit', values: ['13.5', '50.25'] }),
    );
  });

  it('changes the one of explicit bands that was moved', () => {
    const own = bands({ method: 'explicit', values: ['10', '20'] });
    expect(withCut(own, 0, '15', { score: ['1', '2'] }).cuts).toEqual({
      method: 'explicit',
      values: ['15', '20'],
    });
  });
});
