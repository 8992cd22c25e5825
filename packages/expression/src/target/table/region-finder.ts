import type { Turn } from '../../operator/variable-test.js';
import { compareText } from '../../text-order.js';
import type { Scalar, Value } from '../../value-type.js';
import { nextNumber } from './next-number.js';

/** Splits the values of one variable into regions, in each of which every test gives one answer. */
export interface RegionFinder {
  /** Number of regions; the last one is "missing". */
  readonly count: number;
  /** A value out of each region, null for the last. */
  readonly samples: readonly Scalar[];
  /** Where the regions meet. */
  readonly turns: readonly Turn[];
  /** Whether each region but the first is a single value, and the first everything else. */
  readonly hasPointsOnly: boolean;
  find(value: Value): number;
}

/** Regions between ascending edges: region k begins at edge k - 1. */
export class NumberRegions implements RegionFinder {
  readonly hasPointsOnly = false;
  readonly edges: Float64Array;
  readonly count: number;
  readonly samples: readonly Scalar[];
  readonly turns: readonly Turn[];
  /** The only values there are, when that is known; each is an edge then. */
  readonly domain: readonly number[] | null;

  constructor(turns: readonly Turn[], domain: readonly number[] | null = null) {
    const edges = new Set<number>();
    for (const { kind, value } of turns) {
      // Adding 0 makes -0 and 0 one edge.
      if (kind !== 'after') edges.add((value as number) + 0);
      if (kind !== 'from') edges.add(nextNumber(value as number));
    }
    this.domain = domain !== null && domain.length <= edges.size ? domain : null;
    const sorted = [...(this.domain ?? edges)].sort((a, b) => a - b);
    this.edges = new Float64Array(sorted);
    this.turns = sorted.map((value) => ({ kind: 'from', value }));
    this.count = sorted.length + 2;
    this.samples = [-Infinity, ...sorted, null];
  }

  find(value: Value): number {
    return typeof value === 'number' ? this.findNumber(value) : this.count - 1;
  }

  /** As `find`; NaN is missing. */
  findNumber(value: number): number {
    const { edges } = this;
    let low = 0;
    let high = edges.length;
    while (high - low > 8) {
      const middle = (low + high) >>> 1;
      if (value >= (edges[middle] as number)) low = middle + 1;
      else high = middle;
    }
    while (low < high && value >= (edges[low] as number)) low += 1;
    return low === 0 && value !== value ? this.count - 1 : low;
  }
}

/** Regions of texts in code point order. */
class TextRegions implements RegionFinder {
  readonly hasPointsOnly = false;
  readonly count: number;
  readonly samples: readonly Scalar[];
  readonly turns: readonly Turn[];
  readonly #edges: readonly string[];

  constructor(turns: readonly Turn[]) {
    this.turns = turns;
    // No text lies between one and the same with U+0000 behind it.
    const edges = turns.flatMap(({ kind, value }) => [
      ...(kind === 'after' ? [] : [String(value)]),
      ...(kind === 'from' ? [] : [`${String(value)}\0`]),
    ]);
    this.#edges = [...new Set(edges)].sort(compareText);
    this.count = this.#edges.length + 2;
    this.samples = ['', ...this.#edges, null];
  }

  find(value: Value): number {
    if (typeof value !== 'string') return this.count - 1;
    let low = 0;
    let high = this.#edges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(value, this.#edges[middle] ?? value) >= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Regions of single texts or booleans, and of everything else. */
class PointRegions implements RegionFinder {
  readonly hasPointsOnly = true;
  readonly count: number;
  readonly samples: readonly Scalar[];
  readonly turns: readonly Turn[];
  readonly #regions = new Map<Value, number>();

  constructor(turns: readonly Turn[]) {
    this.turns = turns;
    for (const { value } of turns)
      if (!this.#regions.has(value)) this.#regions.set(value, this.#regions.size + 1);
    this.count = this.#regions.size + 2;
    const points = [...this.#regions.keys()] as Scalar[];
    const isBoolean = typeof points[0] === 'boolean';
    // Longer than every point, so it is none of them.
    const other = isBoolean ? !points[0] : `${points.map(String).join('')}_`;
    this.samples = [other, ...points, null];
  }

  find(value: Value): number {
    return value === null ? this.count - 1 : (this.#regions.get(value) ?? 0);
  }
}

/** The regions that `turns` of one variable make; `domain` are the only values it has, when that is known and they are numbers. */
export function regionsOf(turns: readonly Turn[], domain: readonly number[] | null): RegionFinder {
  if (turns.some((turn) => typeof turn.value === 'number')) return new NumberRegions(turns, domain);
  return turns.some((turn) => turn.kind !== 'point') ? new TextRegions(turns) : new PointRegions(turns);
}
