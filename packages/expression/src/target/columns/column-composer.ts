import type { ExpressionNode } from '../../ast/expression-node.js';
import type { OperationNode } from '../../ast/operation-node.js';
import type { ColumnContext, ColumnNode, Rows, Vector } from '../../operator/column.js';
import type { Branches, Closure, Typed } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import type { Scalar, ValueType } from '../../value-type.js';
import type { BranchTable } from '../table/branch-table.js';
import type { Tables } from '../table/tables.js';
import { branchColumn, type ColumnBranch } from './branch-column.js';
import { columnKind } from './column.js';
import { encoded, vectorCopier } from './copier.js';
import { fillRows } from './loops.js';
import { rowColumn } from './row-column.js';
import { computedTableColumn, valueTableColumn } from './table-column.js';
import { TextCodes } from './text-codes.js';

/** What a composer of columns works on. */
export interface ColumnSource {
  /** Rows of a batch. */
  readonly size: number;
  readonly slotCount: number;
  readonly typeOf: (node: ExpressionNode) => Typed;
  readonly tables: Tables;
  readonly slotOf: (name: string) => number;
  readonly vectorOf: (name: string) => Vector;
  readonly closureOf: (node: ExpressionNode) => Closure;
}

const nothing = (): void => undefined;

/** Composes nodes into columns over the vectors of inputs and earlier steps. */
export class ColumnComposer implements ColumnContext {
  readonly typeOf: (node: ExpressionNode) => Typed;
  readonly #source: ColumnSource;
  readonly #cells: Int32Array;
  readonly #constants = new Map<Scalar, ColumnNode>();

  constructor(source: ColumnSource) {
    this.#source = source;
    this.typeOf = source.typeOf;
    this.#cells = this.list();
  }

  readonly numbers = () => ({ kind: 'number' as const, values: new Float64Array(this.#source.size) });
  readonly booleans = () => ({ kind: 'boolean' as const, values: new Uint8Array(this.#source.size) });
  readonly list = (): Int32Array => new Int32Array(this.#source.size);

  /** The column of a node; a variable is there already. */
  readonly compose = (node: ExpressionNode): ColumnNode => {
    if (node.kind === 'variable') return { vector: this.#source.vectorOf(node.name), compute: nothing };
    if (node.kind === 'literal') return this.#constant(node.value);
    if (node.kind === 'operation') return this.#operation(node);
    return this.#byRow(node);
  };

  #operation(node: OperationNode): ColumnNode {
    const table = this.#source.tables.tableOf(node);
    if (table?.kind === 'values') {
      const { vector, codes } = this.#target(node);
      return valueTableColumn(table, vector, codes, this.#cells, this.#source.vectorOf);
    }
    const operator = knownOperator(node.operator);
    const branches = operator.branches?.(node);
    if (branches !== undefined) return this.#branches(node, branches, table);
    return operator.column?.(node, this) ?? this.#byRow(node);
  }

  /** A vector for the values of `node`, with the codes of its texts. */
  #target(node: ExpressionNode): { readonly vector: Vector; readonly codes: TextCodes } {
    const codes = new TextCodes();
    const { type } = this.typeOf(node);
    const kind = type === 'names' ? 'boolean' : columnKind(type as ValueType);
    if (kind === 'number') return { vector: this.numbers(), codes };
    if (kind === 'boolean') return { vector: this.booleans(), codes };
    return { vector: { kind, values: this.list(), dictionary: codes.values }, codes };
  }

  #constant(value: Scalar): ColumnNode {
    const known = this.#constants.get(value);
    if (known !== undefined) return known;
    const column = { vector: this.#filled(value), compute: nothing };
    this.#constants.set(value, column);
    return column;
  }

  #filled(value: Scalar): Vector {
    if (typeof value === 'number') {
      const vector = this.numbers();
      vector.values.fill(value);
      return vector;
    }
    if (typeof value === 'boolean') {
      const vector = this.booleans();
      vector.values.fill(value ? 1 : 0);
      return vector;
    }
    return {
      kind: 'code',
      values: this.list().fill(value === null ? -1 : 0),
      dictionary: value === null ? [] : [value],
    };
  }

  #branches(node: OperationNode, branches: Branches, table: BranchTable | null): ColumnNode {
    const target = this.#target(node);
    if (table !== null)
      return computedTableColumn(
        table,
        target.vector,
        table.results.map((result) => this.#writer(result, target)),
        { cells: this.#cells, sorted: this.list() },
        this.#source.vectorOf,
      );
    const results = [...branches.pairs.map((pair) => pair.result), branches.otherwise];
    const writers = results.map((result) => this.#writer(result, target));
    const otherwise = writers.pop() ?? nothing;
    const chain: ColumnBranch[] = [];
    for (const [index, { test }] of branches.pairs.entries()) {
      const column = this.compose(test);
      const { vector } = column;
      if (vector.kind !== 'boolean') return this.#byRow(node);
      chain.push({
        test: { vector, compute: (rows) => column.compute(rows) },
        result: writers[index] ?? nothing,
      });
    }
    return branchColumn(target.vector, chain, otherwise, this.list);
  }

  /** Writes the values of a branch to the vector of the whole. */
  #writer(
    result: ExpressionNode,
    { vector, codes }: { readonly vector: Vector; readonly codes: TextCodes },
  ): (rows: Rows) => void {
    if (result.kind === 'literal') return fillRows(vector, encoded(result.value, vector.kind, codes));
    const column = this.compose(result);
    const copy = vectorCopier(vector, column.vector, codes);
    return (rows) => {
      column.compute(rows);
      copy(rows);
    };
  }

  #byRow(node: ExpressionNode): ColumnNode {
    const { vector, codes } = this.#target(node);
    const { slotOf, vectorOf, slotCount } = this.#source;
    return rowColumn(node, vector, codes, {
      closure: this.#source.closureOf(node),
      slotOf,
      vectorOf,
      slotCount,
    });
  }
}
