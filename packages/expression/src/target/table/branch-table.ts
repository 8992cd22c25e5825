import type { ExpressionNode } from '../../ast/expression-node.js';
import type { TestTerm, VariableTest } from '../../operator/variable-test.js';
import type { Scalar } from '../../value-type.js';
import { regionsOf, type RegionFinder } from './region-finder.js';

/** One variable of a table. The cell of a subject is the sum of `steps[region]` over the variables. */
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
const maxRows = 256;

/** A way to come to a branch. */
export interface TableRow {
  readonly term: TestTerm;
  readonly branch: number;
}

/** Which rows a region allows, a bit each. */
function maskOf(rows: readonly TableRow[], name: string, regions: RegionFinder): Int32Array[] {
  const words = Math.ceil(rows.length / 32);
  const tests = rows.map(({ term }) => term.filter((test) => test.name === name));
  return regions.samples.map((sample) => {
    const mask = new Int32Array(words);
    tests.forEach((own, row) => {
      if (own.every((test) => test.holds(sample)))
        mask[row >>> 5] = (mask[row >>> 5] ?? 0) | (1 << (row & 31));
    });
    return mask;
  });
}

/** Index of the first bit set in all of `masks`, -1 when there is none. */
function firstRow(masks: readonly Int32Array[], words: number): number {
  for (let word = 0; word < words; word += 1) {
    let bits = -1;
    for (const mask of masks) bits &= mask[word] ?? 0;
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits);
  }
  return -1;
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
  const variables: (TableVariable & { readonly masks: readonly Int32Array[] })[] = [];
  for (const [name, tests] of byName) {
    const regions = regionsOf(
      tests.flatMap((test) => test.turns),
      domainOf(name),
    );
    const stride = size;
    size *= regions.count;
    if (size > maxCells) return null;
    variables.push({
      name,
      regions,
      steps: Int32Array.from(regions.samples, (_, region) => region * stride),
      masks: maskOf(rows, name, regions),
    });
  }
  const branches = branchesOf(rows, variables, size, results.length - 1);
  const literals = results.flatMap((result) => (result.kind === 'literal' ? [result.value] : []));
  if (literals.length < results.length) return { kind: 'branches', variables, branches, results };
  return { kind: 'values', variables, values: Array.from(branches, (branch) => literals[branch] ?? null) };
}

/** The branch of every cell. */
function branchesOf(
  rows: readonly TableRow[],
  variables: readonly { readonly regions: RegionFinder; readonly masks: readonly Int32Array[] }[],
  size: number,
  otherwise: number,
): Uint16Array {
  const words = Math.ceil(rows.length / 32);
  const nothing = new Int32Array(words);
  const branches = new Uint16Array(size);
  const masks: Int32Array[] = variables.map(() => nothing);
  for (let cell = 0; cell < size; cell += 1) {
    let rest = cell;
    variables.forEach(({ regions, masks: own }, index) => {
      masks[index] = own[rest % regions.count] ?? nothing;
      rest = Math.floor(rest / regions.count);
    });
    branches[cell] = rows[firstRow(masks, words)]?.branch ?? otherwise;
  }
  return branches;
}
