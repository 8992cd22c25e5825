import { describe, expect, it } from '@jest/globals';
import { BatchSize } from './batch-size.js';

describe('BatchSize', () => {
  it('grows while batches are fast, up to the most', () => {
    const size = new BatchSize(20, 2000);
    const seen = [size.value];
    for (let batch = 0; batch < 6; batch += 1) {
      size.note(size.value, 5);
      seen.push(size.value);
    }
    expect(seen).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
  });

  it('shrinks to what takes an eighth of the time there is', () => {
    const size = new BatchSize(20, 2000);
    size.note(100, 1000);
    expect(size.value).toBe(25);
    size.note(25, 60_000);
    expect(size.value).toBe(1);
  });

  it('holds no more input than can be sent', () => {
    expect(new BatchSize(100_000, 2000).value).toBe(40);
    expect(new BatchSize(10_000_000, 2000).value).toBe(1);
  });
});
