import { describe, expect, it } from '@jest/globals';
import { firstView } from './first-view';

const canvas = { width: 1056, height: 856 };

describe('the first view of a model', () => {
  it('shows all of a drawing that stays readable, with the more room below', () => {
    expect(firstView({ x: 100, y: 50, width: 1000, height: 400 }, canvas)).toEqual({
      x: 28 - 100,
      y: 28 + 100 - 50,
      zoom: 1,
    });
  });

  it('starts at the left of a wide drawing rather than shrink it', () => {
    const { x, y, zoom } = firstView({ x: -40, y: 0, width: 4000, height: 400 }, canvas);
    expect(zoom).toBe(0.85);
    expect(-40 * zoom + x).toBeCloseTo(28);
    expect(y).toBeCloseTo(28 + (800 - 400 * 0.85) / 4);
  });

  it('starts at the top of a tall drawing', () => {
    const { x, y, zoom } = firstView({ x: 0, y: 300, width: 500, height: 3000 }, canvas);
    expect(300 * zoom + y).toBeCloseTo(28);
    expect(250 * zoom + x).toBeCloseTo(canvas.width / 2);
  });

  it('does not blow up a single node', () => {
    expect(firstView({ x: 0, y: 0, width: 200, height: 80 }, canvas).zoom).toBe(1.1);
  });
});
