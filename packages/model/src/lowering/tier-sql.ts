import { emitSql, ParameterList, type ExpressionNode, type InputDeclaration } from '@terrace/expression';
import type { ModelDocument } from '../document/model-document.js';
import { isPreviousInput } from '../lifecycle/previous-inputs.js';
import { lowerDocument, type LoweredNode } from './lower-document.js';
import { previousColumn } from './previous-column.js';

/** A statement and its bind parameters as text; their types are casts in the statement. @since 0.1.0 */
export interface TierStatement {
  readonly text: string;
  readonly parameters: string[];
}

/** What {@link tierSql} writes besides the tier. @since 0.1.0 */
export interface TierSqlOptions {
  /** Number of the first bind parameter; 1 when absent. */
  readonly firstParameter?: number;
  /** Adds the columns `reason` and, for a document with a lifecycle, `qualified` and `policy`; see `LoweredModel`. */
  readonly reasons?: boolean;
}

/** Ids match `[a-z][a-z0-9_]{0,40}`, so quoting cannot fail; it keeps ids that are SQL words working. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The statement that computes a document over a whole population:
 * `SELECT key, d_<dimension>…, p_<previous>…, n_<node>…, tier[, qualified, reason, policy] FROM <source>`. Each depth of the graph is
 * one stage, a subquery around the stage before. `OFFSET 0` fences it: PostgreSQL computes every node once instead of copying its
 * expression to every use (docs/architecture.md, "Model documents"). A `LEFT JOIN LATERAL (SELECT …) ON true` is no fence: PostgreSQL
 * 18 flattens it, which took seven times as long for an RFM model.
 * @param source - a quoted table expression with the columns `key`, `d_<dimension id>` and those of {@link previousColumn} for every
 *   `previous` of the lowered model
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function tierSql(
  document: ModelDocument,
  source: string,
  options: TierSqlOptions = {},
): TierStatement {
  const { inputs, nodes, tier, qualified, reason, policy } = lowerDocument(document);
  const list = new ParameterList(options.firstParameter ?? 1);
  const columns = new Map<string, string>();
  const declarations: Record<string, InputDeclaration> = { ...inputs };
  for (const id of Object.keys(inputs))
    columns.set(id, `s.${quoted(isPreviousInput(id) ? previousColumn(id) : `d_${id}`)}`);
  const sqlOptions = { inputs: declarations, columnOf: (name: string) => columns.get(name) ?? 'NULL' };
  const emit = (expression: ExpressionNode, type: LoweredNode['type']): string =>
    emitSql(expression, list, sqlOptions, type);

  const depths = [...new Set(nodes.map((node) => node.depth))].sort((a, b) => a - b);
  let from = source;
  for (const depth of depths) {
    const stage = nodes.filter((node) => node.depth === depth);
    const values = stage.map((node) => `${emit(node.expression, node.type)} AS ${quoted(`n_${node.id}`)}`);
    for (const node of stage) {
      columns.set(node.id, `s.${quoted(`n_${node.id}`)}`);
      declarations[node.id] = node.declaration;
    }
    from = `(SELECT ${['s.*', ...values].join(', ')}\nFROM ${from} AS s OFFSET 0)`;
  }
  const text = (expression: ExpressionNode, name: string): string =>
    `${emit(expression, 'text')} AS ${quoted(name)}`;
  const selected = [
    's."key"',
    ...Object.keys(inputs).map((id) => columns.get(id) ?? ''),
    ...nodes.map((node) => columns.get(node.id) ?? ''),
    text(tier, 'tier'),
  ];
  if (options.reasons === true) {
    if (policy !== null) selected.push(text(qualified, 'qualified'));
    selected.push(text(reason, 'reason'));
    if (policy !== null) selected.push(text(policy, 'policy'));
  }
  return {
    text: `SELECT ${selected.join(', ')}\nFROM ${from} AS s`,
    parameters: list.values,
  };
}
