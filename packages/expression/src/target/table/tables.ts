import type { ExpressionNode } from '../../ast/expression-node.js';
import { literal } from '../../ast/literal-node.js';
import type { OperationNode } from '../../ast/operation-node.js';
import { variablesOf } from '../../ast/variables-of.js';
import type { Branches, Typed } from '../../operator/operator.js';
import { knownOperator } from '../../operator/registry.js';
import {
  allTerms,
  asTerms,
  type TestContext,
  type TestTerm,
  type VariableTest,
} from '../../operator/variable-test.js';
import type { Scalar } from '../../value-type.js';
import {
  makeBranchTable,
  maxRows,
  type BranchTable,
  type TableRow,
  type ValueTable,
} from './branch-table.js';

type Table = BranchTable | ValueTable;

/** Which tables a target takes in the place of operations. */
export interface TableUse {
  /** Whether it asks for those of chains of branches alone, not for those of tests. */
  readonly chainsOnly: boolean;
  takes(table: Table): boolean;
}

const everyTable: TableUse = { chainsOnly: false, takes: () => true };

/** The value that a table of one variable gives for a value of that variable. */
function valueIn(table: ValueTable, value: Scalar): Scalar {
  const [only] = table.variables;
  return only === undefined ? null : (table.values[only.steps[only.regions.find(value)] ?? 0] ?? null);
}

/**
 * Finds tables in the steps of one program. What an earlier step looks up is put in the place of its name: scores by bands and the
 * table that reads them become one table over the inputs of the bands.
 */
export class Tables {
  readonly #context: TestContext;
  readonly #terms = {
    true: new Map<ExpressionNode, readonly TestTerm[] | 'none'>(),
    false: new Map<ExpressionNode, readonly TestTerm[] | 'none'>(),
  };
  readonly #tables = new Map<OperationNode, Table | 'none'>();
  readonly #steps = new Map<string, ValueTable>();

  /** Steps that are conditions: better computed one after the other until one holds than all of them for a look into a table. */
  readonly #conditions = new Set<string>();
  readonly #use: TableUse;

  constructor(typeOf: (node: ExpressionNode) => Typed, use: TableUse = everyTable) {
    this.#use = use;
    this.#context = { typeOf, testsOf: (node, polarity) => this.#testsOf(node, polarity) };
  }

  /** Notes what a step looks up, for those after it. */
  learn(name: string, expression: ExpressionNode, isCondition: boolean): void {
    if (isCondition) this.#conditions.add(name);
    const table = expression.kind === 'operation' ? this.#find(expression) : null;
    if (table?.kind === 'values') this.#steps.set(name, table);
  }

  /** Names that are needed to compute a node once its tables are made. */
  namesOf(node: ExpressionNode): readonly string[] {
    const table = node.kind === 'operation' ? this.tableOf(node) : null;
    if (table === null) return variablesOf(node);
    const names = table.variables.map((variable) => variable.name);
    if (table.kind === 'values') return names;
    return [...names, ...table.results.flatMap((result) => this.namesOf(result))];
  }

  /** The table to use for an operation; null when there is none, or it would be too large or of no use. */
  tableOf(node: OperationNode): Table | null {
    if (this.#use.chainsOnly && knownOperator(node.operator).branches === undefined) return null;
    const table = this.#find(node);
    return table !== null && this.#use.takes(table) ? table : null;
  }

  #find(node: OperationNode): Table | null {
    const known = this.#tables.get(node);
    if (known !== undefined) return known === 'none' ? null : known;
    const chain = knownOperator(node.operator).branches?.(node) ?? this.#asBranches(node);
    const table = chain === null ? null : (this.#mapped(chain) ?? this.#made(chain));
    this.#tables.set(node, table ?? 'none');
    return table;
  }

  /** A condition on one variable as branches of true and false. */
  #asBranches(node: OperationNode): Branches | null {
    const terms = this.#testsOf(node, true);
    if (terms === null) return null;
    const names = new Set(terms.flatMap((term) => term.map((test: VariableTest) => test.name)));
    if (names.size !== 1) return null;
    return {
      pairs: [{ test: node, result: { kind: 'literal', value: true } }],
      otherwise: { kind: 'literal', value: false },
    };
  }

  /** Branches that rest on one step, which is itself looked up: the table of that step with other values. */
  #mapped({ pairs, otherwise }: Branches): ValueTable | null {
    if (this.#steps.size === 0) return null;
    const names = new Set<string>();
    const rows: { readonly terms: readonly TestTerm[]; readonly result: ExpressionNode }[] = [];
    for (const { test, result } of [...pairs, { test: null, result: otherwise }]) {
      const terms = test === null ? [[]] : this.#testsOf(test, true);
      if (terms === null) return null;
      for (const term of terms) for (const each of term) names.add(each.name);
      if (result.kind === 'variable') names.add(result.name);
      else if (result.kind !== 'literal') return null;
      if (names.size > 1) return null;
      rows.push({ terms, result });
    }
    const [name = ''] = names;
    const source = this.#steps.get(name);
    if (source === undefined) return null;
    const results = new Map<Scalar, Scalar>();
    for (const value of source.values) {
      if (results.has(value)) continue;
      const row = rows.find(({ terms }) => terms.some((term) => term.every((test) => test.holds(value))));
      results.set(value, row?.result.kind === 'literal' ? row.result.value : value);
    }
    return { ...source, values: source.values.map((value) => results.get(value) ?? null) };
  }

  #made(chain: Branches): Table | null {
    const rows: TableRow[] = [];
    const results: ExpressionNode[] = [];
    if (!this.#addRows(chain, [[]], rows, results)) return null;
    return makeBranchTable(rows, [...results, literal(null)], (name) => this.#domainOf(name));
  }

  /**
   * Adds the rows of a chain that stands where one of `outer` holds; a branch that is itself a chain adds its own in its place. The last
   * branch is one that always holds.
   * @returns false, with nothing of use added, when a test rests on more than single variables
   */
  #addRows(
    { pairs, otherwise }: Branches,
    outer: readonly TestTerm[],
    rows: TableRow[],
    results: ExpressionNode[],
  ): boolean {
    for (const { test, result } of [...pairs, { test: literal(true), result: otherwise }]) {
      const own = this.#testsOf(test, true);
      const onInputs = own === null ? null : own.map((term) => term.map((each) => this.#onInput(each)));
      const terms = allTerms([outer, onInputs], asTerms);
      if (terms === null || rows.length + terms.length > maxRows) return false;
      if (terms.some((term) => term.some((each) => this.#conditions.has(each.name)))) return false;
      const inner =
        result.kind === 'operation' ? knownOperator(result.operator).branches?.(result) : undefined;
      const [rowCount, resultCount] = [rows.length, results.length];
      if (inner !== undefined && this.#addRows(inner, terms, rows, results)) continue;
      rows.length = rowCount;
      results.length = resultCount;
      const branch = results.push(result) - 1;
      for (const term of terms) rows.push({ term, branch });
    }
    return true;
  }

  /** A test of a step that looks up one variable, as a test of that variable. */
  #onInput(test: VariableTest): VariableTest {
    const source = this.#steps.get(test.name);
    const [only] = source?.variables ?? [];
    if (source === undefined || only === undefined || source.variables.length > 1) return test;
    return {
      name: only.name,
      turns: only.regions.turns,
      holds: (value) => test.holds(valueIn(source, value)),
    };
  }

  /** The only numbers that a step can be, where that is known. */
  #domainOf(name: string): readonly number[] | null {
    const values = this.#steps.get(name)?.values ?? null;
    return values === null ? null : [...new Set(values)].filter((value) => typeof value === 'number');
  }

  /** The ways in which `node` can be `polarity`, as tests of single variables; null when it rests on anything else. */
  #testsOf(node: ExpressionNode, polarity: boolean): readonly TestTerm[] | null {
    const cache = polarity ? this.#terms.true : this.#terms.false;
    const known = cache.get(node);
    if (known !== undefined) return known === 'none' ? null : known;
    const terms = this.#findTests(node, polarity);
    cache.set(node, terms ?? 'none');
    return terms;
  }

  #findTests(node: ExpressionNode, polarity: boolean): readonly TestTerm[] | null {
    switch (node.kind) {
      case 'literal':
        return node.value === polarity ? [[]] : [];
      case 'variable':
        if (node.fallback !== null || this.#context.typeOf(node).type !== 'boolean') return null;
        return [
          [
            {
              name: node.name,
              turns: [{ kind: 'point', value: polarity }],
              holds: (value) => value === polarity,
            },
          ],
        ];
      case 'operation':
        return knownOperator(node.operator).tests?.(node, polarity, this.#context) ?? null;
      default:
        return null;
    }
  }
}
