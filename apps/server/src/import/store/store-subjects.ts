import { subjectTable } from '../../database/identifier.js';
import { columnOf } from '../read/target.js';
import { STAGE, type Stage } from './stage.js';

/** What storing staged records came to, in records. */
export interface StoreCounts {
  readonly added: number;
  readonly updated: number;
}

/**
 * Stores staged subjects, in the transaction of the stage's session. Of rows with the same key the last one counts. Fields
 * that are not staged stay as they are; a staged empty value empties the field.
 */
export async function storeSubjects(stage: Stage): Promise<StoreCounts> {
  const { client, targets, definition } = stage;
  const table = subjectTable(definition.type.id);
  const fields = targets.filter(({ kind }) => kind === 'field').map(columnOf);
  await client.query(`
    DELETE FROM ${STAGE} s
    USING (SELECT key, max(line) AS line FROM ${STAGE} GROUP BY key HAVING count(*) > 1) last
    WHERE s.key = last.key AND s.line < last.line`);
  const added = await countOf(
    stage,
    `SELECT count(*) FROM ${STAGE} s WHERE NOT EXISTS (SELECT FROM ${table} t WHERE t.key = s.key)`,
  );
  const differs = [
    't.known_since IS NOT NULL',
    ...fields.map((field) => `t.${field} IS DISTINCT FROM excluded.${field}`),
  ];
  const { rowCount } = await client.query(`
    INSERT INTO ${table} AS t (${['key', ...fields].join(', ')})
    SELECT ${['key', ...fields].join(', ')} FROM ${STAGE} ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      ${['known_since = NULL', 'updated_at = now()', ...fields.map((field) => `${field} = excluded.${field}`)].join(', ')}
    WHERE ${differs.join(' OR ')}`);
  return { added, updated: (rowCount ?? 0) - added };
}

/** The number that `query` answers. */
export async function countOf(stage: Stage, query: string): Promise<number> {
  const { rows } = await stage.client.query<{ count: string }>(query);
  return Number(rows[0]?.count ?? 0);
}
