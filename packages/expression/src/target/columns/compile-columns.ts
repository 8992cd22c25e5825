import { childrenOf, type ExpressionNode } from '../../ast/expression-node.js';
import type { Vector } from '../../operator/column.js';
import { ExpressionError } from '../../issue.js';
import { makeComposer } from '../closures/make-composer.js';
import { layOut, type Program, type ProgramOptions } from '../javascript/program.js';
import { liveSteps } from '../table/live-steps.js';
import { Tables } from '../table/tables.js';
import type { Column } from './column.js';
import { ColumnComposer } from './column-composer.js';
import { inputColumn } from './input-column.js';

/** Rows computed at a time: few enough that what is between two steps stays in the processor's first cache. */
const maxBatchSize = 1024;
const minBatchSize = 64;
/** Numbers that all buffers of a program may hold together; a large program gets smaller batches. */
const maxBuffered = 1 << 20;

function batchSizeFor(program: Program): number {
  const countOf = (node: ExpressionNode): number =>
    childrenOf(node).reduce((sum, child) => sum + countOf(child), 1);
  const nodes = program.steps.reduce((sum, step) => sum + countOf(step.expression), 0);
  return Math.min(maxBatchSize, Math.max(minBatchSize, Math.floor(maxBuffered / (nodes + 1))));
}

/** Computes the outputs of a program for many subjects. @since 0.1.0 */
export interface ColumnProgram {
  /**
   * @param columns - one per input that the outputs rest on, in the form that belongs to its type ({@link columnOf} makes one), with at
   *   least `count` values; they are only read
   * @param count - number of subjects
   * @returns a new column of `count` values per output, by its name
   * @throws ExpressionError `COLUMN_MISMATCH` for a column that is absent, short or of another form; `MISSING_VALUE` when an input
   *   declared never missing is
   */
  run(columns: Readonly<Record<string, Column>>, count: number): Record<string, Column>;
}

function emptyLike(vector: Vector, count: number): Float64Array | Uint8Array | Int32Array {
  if (vector.kind === 'number') return new Float64Array(count);
  return vector.kind === 'boolean' ? new Uint8Array(count) : new Int32Array(count);
}

/** A column with the dictionary as it is now, which later runs may extend. */
function resultColumn(vector: Vector, values: Float64Array | Uint8Array | Int32Array): Column {
  if (vector.kind === 'code')
    return { kind: 'code', values: values as Int32Array, dictionary: vector.dictionary.slice() };
  return { kind: vector.kind, values } as Column;
}

/**
 * Compiles a program to run over typed arrays, many subjects at once and without generating code. Conditions on single values are looked
 * up in tables; buffers are kept between runs. Results are those of {@link compileJavaScript}; operators that have no form of
 * their own for columns are computed row by row.
 * @throws ExpressionError `DUPLICATE_NAME`, `UNKNOWN_NAME`, `UNTYPED` for a program that was not checked
 * @example
 * const program = compileColumns({ inputs: { spend: { type: 'number', nullable: true } }, steps }, { outputs: ['tier'] });
 * const { tier } = program.run({ spend: { kind: 'number', values: Float64Array.of(120, NaN) } }, 2);
 * @since 0.1.0
 */
export function compileColumns(program: Program, options: ProgramOptions = {}): ColumnProgram {
  const layout = layOut(program, options);
  const batchSize = batchSizeFor(program);
  const vectors = new Map<string, Vector>();
  const inputs = layout.inputs.map(({ name, declaration }) => {
    const input = inputColumn(name, declaration, batchSize);
    vectors.set(name, input.vector);
    return { name, input };
  });
  const vectorOf = (name: string): Vector => {
    const vector = vectors.get(name);
    if (vector === undefined) throw new TypeError(`there is no vector of "${name}"`);
    return vector;
  };
  const tables = new Tables(layout.typeOf);
  const composer = new ColumnComposer({
    size: batchSize,
    slotCount: layout.inputs.length + layout.steps.length,
    typeOf: layout.typeOf,
    tables,
    slotOf: layout.slotOf,
    vectorOf,
    closureOf: makeComposer(layout.typeOf, layout.slotOf, tables),
  });
  const steps = liveSteps(layout, tables).map(({ name, expression }) => {
    const column = composer.compose(expression);
    vectors.set(name, column.vector);
    return column;
  });
  const outputs = layout.outputs.map((name) => ({ name, vector: vectorOf(name) }));
  const all = Int32Array.from({ length: batchSize }, (_, row) => row);
  return {
    run(columns, count) {
      for (const { name, input } of inputs) {
        const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
        if (column === undefined)
          throw new ExpressionError('COLUMN_MISMATCH', `there is no column "${name}"`);
        input.begin(column, count);
      }
      const results = outputs.map(({ vector }) => emptyLike(vector, count));
      for (let start = 0; start < count; start += batchSize) {
        const size = Math.min(batchSize, count - start);
        for (const { input } of inputs) input.load(start, size);
        const rows = { list: all, count: size };
        for (const step of steps) step.compute(rows);
        outputs.forEach(({ vector }, index) => {
          const values = size === batchSize ? vector.values : vector.values.subarray(0, size);
          results[index]?.set(values, start);
        });
      }
      const named = outputs.map(({ name, vector }, index): [string, Column] => [
        name,
        resultColumn(vector, results[index] ?? emptyLike(vector, 0)),
      ]);
      return Object.fromEntries(named);
    },
  };
}
