import { previousColumn, previousNames, type ModelDocument } from '@terrace/model';
import { quoteIdentifier } from '../database/identifier.js';
import { instantText } from '../database/instant-text.js';

/** A column of a result table as PostgreSQL describes it. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

/** A value of a result: which node (or `previous.*`) it belongs to and how it is read as text or boolean. */
export interface ResultColumn {
  readonly nodeId: string;
  readonly name: string;
  readonly type: string;
}

/** The values of a result table, in the order of the document's nodes; then what the document read of current tiers. */
export function resultColumns(document: ModelDocument, table: readonly TableColumn[]): ResultColumn[] {
  const types = new Map(table.map(({ name, type }) => [name, type]));
  const columns = [
    ...document.nodes.map(({ id, kind }) => ({
      nodeId: id,
      name: `${kind === 'dimension' ? 'd' : 'n'}_${id}`,
    })),
    ...previousNames.map((name) => ({ nodeId: name, name: previousColumn(name) })),
  ];
  return columns.flatMap(({ nodeId, name }) => {
    const type = types.get(name);
    return type === undefined ? [] : [{ nodeId, name, type }];
  });
}

/** The value as text: plain decimals without trailing zeros, `true` or `false`, ISO dates and instants. */
export function valueText({ name, type }: ResultColumn, alias: string): string {
  const column = `${alias}.${quoteIdentifier(name)}`;
  switch (type) {
    case 'numeric':
      return `trim_scale(${column})::text`;
    case 'timestamp with time zone':
      return instantText(column);
    case 'date':
      return `to_char(${column}, 'YYYY-MM-DD')`;
    default:
      return `${column}::text`;
  }
}

/** The values of a row as one JSON object by node id: booleans as such, everything else as text. */
export function valuesObject(columns: readonly ResultColumn[], alias: string): string {
  // A call takes at most 100 arguments, a document has up to 500 nodes; so the object is built from rows.
  if (columns.length === 0) return `'{}'::jsonb`;
  const pairs = columns.map((column) => {
    const isBoolean = column.type === 'boolean';
    const value = isBoolean ? `${alias}.${quoteIdentifier(column.name)}` : valueText(column, alias);
    return `('${column.nodeId}', to_jsonb(${value}))`;
  });
  return `(SELECT jsonb_object_agg(v.id, v.value) FROM (VALUES ${pairs.join(', ')}) v(id, value))`;
}
