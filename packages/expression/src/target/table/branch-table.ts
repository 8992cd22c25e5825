import type { ExpressionNode } from '../../ast/expression-node.js';
import type { TestTerm, Turn, VariableTest } from '../../operator/variable-test.js';
import type { Scalar } from '../../value-type.js';
import { regionsOf, type RegionFinder } from './region-finder.js';

/**
 * One variable of a table. The cell of a subject is the sum of `steps[region]` over the variables. Regions in which every test says the
 * same share a step.
 */
export interface TableVariable {
  readonly name: string;
  readonly regions: RegionFinder;
  readonly steps: Int32Array;
}

/**
 * A chain of branches whose tests are all about single variables and literals (bands, decision tables, the choice of a tier), laid
 * out so that a subject costs one search per variable, whatever the number of branches.
 */
export interface BranchTable {
  readonly kind: 'branches';
  readonly variables: readonly TableVariable[];
  /** Index of the branch for each cell; the one after the last pair is "otherwise". */
  readonly branches: Uint16Array;
  readonly results: readonly ExpressionNode[];
}

/** A table all of whose results are known: a value for each cell. */
export interface ValueTable {
  readonly kind: 'values';
  readonly variables: readonly TableVariable[];
  readonly values: readonly Scalar[];
}

/** Beyond this many cells a table is larger than it is quick. */
const maxCells = 16_384;
/** Ways to its branches that a table may have; beyond, making it takes too long. */
export const maxRows = 256;

/** A way to come to a branch. */
export interface TableRow {
  readonly term: TestTerm;
  readonly branch: number;
}

/** Which rows each region of a variable allows, a bit each. */
function masksOf(rows: readonly TableRow[], name: string, regions: RegionFinder): Int32Array[] {
  const words = Math.ceil(rows.length / 32);
  const { samples } = regions;
  const all = new Int32Array(words * samples.length).fill(-1);
  for (let row = 0; row < rows.length; row += 1)
    for (const test of rows[row]?.term ?? []) {
      if (test.name !== name) continue;
      for (let region = 0; region < samples.length; region += 1) {
        const place = region * words + (row >>> 5);
        if (!test.holds(samples[region] ?? null)) all[place] = (all[place] ?? 0) & ~(1 << (row & 31));
      }
    }
  return samples.map((_, region) => all.subarray(region * words, (region + 1) * words));
}

function sameMask(left: Int32Array, right: Int32Array): boolean {
  for (let word = 0; word < left.length; word += 1) if (left[word] !== right[word]) return false;
  return true;
}

/** Regions that allow the same rows, put together: the class of each region, and the rows of each class. */
function classesOf(masks: readonly Int32Array[]) {
  const classes: Int32Array[] = [];
  const classOf = new Int32Array(masks.length);
  for (let region = 0; region < masks.length; region += 1) {
    const mask = masks[region] as Int32Array;
    let own = 0;
    while (own < classes.length && !sameMask(classes[own] as Int32Array, mask)) own += 1;
    if (own === classes.length) classes.push(mask);
    classOf[region] = own;
  }
  return { classOf, classes };
}

/** The table of `rows`, the first of which that holds decides; the last of `results` is for when none does. Null: it would be too large. */
export function makeBranchTable(
  rows: readonly TableRow[],
  results: readonly ExpressionNode[],
  domainOf: (name: string) => readonly number[] | null,
): BranchTable | ValueTable | null {
  if (rows.length > maxRows) return null;
  const byName = new Map<string, VariableTest[]>();
  for (const { term } of rows)
    for (const test of term) {
      const known = byName.get(test.name);
      if (known === undefined) byName.set(test.name, [test]);
      else known.push(test);
    }
  let size = 1;
  const variables: TableVariable[] = [];
  const masks: (readonly Int32Array[])[] = [];
  for (const [name, tests] of byName) {
    const turns: Turn[] = [];
    for (const test of tests) turns.push(...test.turns);
    const regions = regionsOf(turns, domainOf(name));
    if (regions.count > maxCells) return null;
    const { classOf, classes } = classesOf(masksOf(rows, name, regions));
    masks.push(classes);
    const stride = size;
    size *= classes.length;
    if (size > maxCells) return null;
    // Tests that nothing passes, or everything, need not be asked.
    if (classes.length > 1) variables.push({ name, regions, steps: stepsOf(classOf, stride) });
  }
  const branches = branchesOf(rows, masks, size, results.length - 1);
  const literals: Scalar[] = [];
  for (const result of results) if (result.kind === 'literal') literals.push(result.value);
  if (literals.length < results.length) return { kind: 'branches', variables, branches, results };
  const values: Scalar[] = [];
  for (let cell = 0; cell < size; cell += 1) values.push(literals[branches[cell] ?? 0] ?? null);
  return { kind: 'values', variables, values };
}

/** What each region adds to the number of the cell. */
function stepsOf(classOf: Int32Array, stride: number): Int32Array {
  const steps = new Int32Array(classOf.length);
  for (let region = 0; region < steps.length; region += 1) steps[region] = (classOf[region] ?? 0) * stride;
  return steps;
}

/** The branch of every cell: the rows that all its regions allow, 32 at a time, and of them the first. */
function branchesOf(
  rows: readonly TableRow[],
  masksByVariable: readonly (readonly Int32Array[])[],
  size: number,
  otherwise: number,
): Uint16Array {
  const branches = new Uint16Array(size).fill(otherwise);
  for (let word = Math.ceil(rows.length / 32) - 1; word >= 0; word -= 1) {
    const rest = rows.length - word * 32;
    let allowed = Int32Array.of(rest < 32 ? (1 << rest) - 1 : -1);
    for (const masks of masksByVariable) {
      const next = new Int32Array(allowed.length * masks.length);
      let cell = 0;
      for (const mask of masks) {
        const own = mask[word] ?? 0;
        for (const each of allowed) {
          next[cell] = each & own;
          cell += 1;
        }
      }
      allowed = next;
    }
    for (let cell = 0; cell < size; cell += 1) {
      const bits = allowed[cell] ?? 0;
      if (bits === 0) continue;
      branches[cell] = rows[word * 32 + 31 - Math.clz32(bits & -bits)]?.branch ?? otherwise;
    }
  }
  return branches;
}
