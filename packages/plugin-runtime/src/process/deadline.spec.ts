import { describe, expect, it } from '@jest/globals';
import { timeHad } from './deadline.js';
import type { Usage } from './resources.js';

const at = (cpuMs: number | null, isRunnable: boolean | null = false): Usage => ({
  rssMb: 50,
  cpuMs,
  isRunnable,
});

describe('timeHad', () => {
  it('is what was computed where the machine had no more to give', () => {
    expect(timeHad(400, at(100), at(140, true))).toBe(40);
    expect(timeHad(400, at(100), at(100, true))).toBe(0);
    // Between two pieces of its work it may be seen asleep.
    expect(timeHad(400, at(100), at(110, false))).toBe(10);
  });

  it('is all of the time where the process computed or slept through', () => {
    expect(timeHad(400, at(100), at(500, true))).toBe(400);
    // Two threads at once.
    expect(timeHad(400, at(100), at(800, true))).toBe(400);
    expect(timeHad(400, at(100), at(100, false))).toBe(400);
  });

  it('is all of the time where the system does not tell', () => {
    expect(timeHad(400, null, at(1))).toBe(400);
    expect(timeHad(400, at(null, null), at(null, null))).toBe(400);
    expect(timeHad(400, at(1), null)).toBe(400);
  });
});
