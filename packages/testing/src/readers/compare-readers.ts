import {
  checkExpression,
  compileColumns,
  compileJavaScript,
  emitSql,
  interpretProgram,
  ParameterList,
  parseExpression,
  toJsonLogic,
  valueAt,
  writeOutMissing,
  type Column,
  type ExpressionNode,
  type InputDeclarations,
  type JsonLogicValue,
  type Scalar,
} from '@terrace/expression';
import { referenceValue } from '@terrace/expression/testing';
import jsonLogic from 'json-logic-js';
import type pg from 'pg';
import { columnsOfRows } from './columns-of-rows.js';
import { columnOf, createInputTable, type InputRow } from './input-table.js';
import { isSameAnswer } from './same-answer.js';

/** A rule and a row on which two readers differ. */
export interface Mismatch {
  readonly rule: JsonLogicValue;
  readonly row: InputRow;
  /** What each reader says. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What is compared. */
export interface ComparisonOptions {
  readonly inputs: InputDeclarations;
  readonly rows: readonly InputRow[];
  /** On how many rows, from the first, the rule's plain definition speaks as well; it is slow. All when absent. */
  readonly referenceRows?: number;
}

const table = 'reader_rows';
/** Rules of one statement: fewer round trips, while a statement stays well below PostgreSQL's 1,664 columns. */
const rulesPerStatement = 25;

interface Prepared {
  readonly rule: JsonLogicValue;
  readonly source: ExpressionNode;
  readonly total: ExpressionNode;
  readonly isCondition: boolean;
}

/** A row as it comes out of a file: what is missing is empty, numbers are text. */
function asTexts(row: InputRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, each]) => [
      name,
      each === null ? '' : typeof each === 'number' ? String(each) : each,
    ]),
  );
}

/**
 * Holds every reader of a rule against the others: its definition, generated JavaScript, composed closures, column-wise
 * evaluation, SQL on PostgreSQL and stock `json-logic-js` on the exported form, with the row as values and as texts out of a file.
 */
export class ReaderComparison {
  readonly #client: pg.ClientBase;
  readonly #options: ComparisonOptions;
  readonly #columns: Readonly<Record<string, Column>>;
  readonly #texts: readonly Record<string, unknown>[];

  private constructor(client: pg.ClientBase, options: ComparisonOptions) {
    this.#client = client;
    this.#options = options;
    this.#columns = columnsOfRows(options.inputs, options.rows);
    this.#texts = options.rows.map(asTexts);
  }

  /** Puts the rows into a table of `client`'s database. */
  static async create(client: pg.ClientBase, options: ComparisonOptions): Promise<ReaderComparison> {
    // Neither the zone of the session nor how it writes dates may change an answer.
    await client.query("SET TIME ZONE 'America/New_York'; SET datestyle = 'German, DMY'; SET jit = off");
    await createInputTable(client, table, options.inputs, options.rows);
    return new ReaderComparison(client, options);
  }

  /**
   * Every row on which a reader differs, at most one per rule.
   * @throws Error when a rule cannot be read or is ill-typed: the generator is wrong then
   */
  async compare(rules: readonly JsonLogicValue[]): Promise<Mismatch[]> {
    const found: Mismatch[] = [];
    for (let start = 0; start < rules.length; start += rulesPerStatement) {
      const prepared = rules.slice(start, start + rulesPerStatement).map((rule) => this.#prepare(rule));
      const answers = await this.#askPostgres(prepared);
      for (const [index, each] of prepared.entries()) {
        const mismatch = this.#compareRule(
          each,
          answers.map((row) => row[index]),
        );
        if (mismatch !== null) found.push(mismatch);
      }
    }
    return found;
  }

  #prepare(rule: JsonLogicValue): Prepared {
    const { inputs } = this.#options;
    const parsed = parseExpression(rule);
    if (!parsed.ok) throw new Error(`${JSON.stringify(rule)}: ${JSON.stringify(parsed.issues)}`);
    const { type, issues } = checkExpression(parsed.node, inputs);
    const errors = issues.filter((issue) => issue.severity === 'error');
    if (errors.length > 0) throw new Error(`${JSON.stringify(rule)}: ${JSON.stringify(errors)}`);
    return {
      rule,
      source: parsed.node,
      total: writeOutMissing(parsed.node, inputs),
      isCondition: type === 'boolean' || type === 'names',
    };
  }

  async #askPostgres(prepared: readonly Prepared[]): Promise<unknown[][]> {
    const list = new ParameterList(1);
    const { inputs } = this.#options;
    const columns = prepared.map(({ total }) => emitSql(total, list, { columnOf, inputs }));
    try {
      const { rows } = await this.#client.query<unknown[]>({
        text: `SELECT ${columns.join(', ')} FROM ${table} ORDER BY id`,
        values: list.values,
        rowMode: 'array',
      });
      return rows;
    } catch (cause) {
      if (prepared.length === 1)
        throw new Error(`PostgreSQL refuses ${JSON.stringify(prepared[0]?.rule)}`, { cause });
      // Alone, the rule that PostgreSQL refuses is named.
      for (const each of prepared) await this.#askPostgres([each]);
      throw cause;
    }
  }

  #compareRule({ rule, source, total, isCondition }: Prepared, sql: readonly unknown[]): Mismatch | null {
    const { inputs, rows, referenceRows = rows.length } = this.#options;
    const program = { inputs, steps: [{ name: 'result', expression: total }] };
    const generated = compileJavaScript(program);
    const composed = interpretProgram(program);
    const { result } = compileColumns(program).run(this.#columns, rows.length);
    const exported = toJsonLogic(total) as Parameters<typeof jsonLogic.apply>[0];
    for (const [index, row] of rows.entries()) {
      const answers: Record<string, unknown> = {
        generated: generated(row)['result'],
        composed: composed(row)['result'],
        columns: result === undefined ? undefined : valueAt(result, index),
        sql: sql[index],
        stock: jsonLogic.apply(exported, row),
        stockOnTexts: jsonLogic.apply(exported, this.#texts[index]),
      };
      if (index < referenceRows) {
        const reference: Scalar = referenceValue(source, row, inputs);
        answers['definition'] = isCondition ? reference === true : reference;
      }
      const isSame = Object.values(answers).every((answer) => isSameAnswer(answer, answers['generated']));
      if (!isSame) return { rule, row, answers };
    }
    return null;
  }
}
