import { eventTable, subjectTable } from '../../database/identifier.js';
import { columnOf, type Target } from '../read/target.js';
import { STAGE, type Stage } from './stage.js';
import { countOf, type StoreCounts } from './store-subjects.js';

/** A staged event that repeats the id of an earlier one of the file with other content. */
export interface RepeatedId {
  readonly line: number;
  readonly firstLine: number;
  readonly id: string;
}

/**
 * Takes events out of the stage whose id an earlier line of the file has too.
 * @returns those of them that say something else than that line
 */
export async function takeOutRepeatedIds(stage: Stage): Promise<RepeatedId[]> {
  const { client, targets } = stage;
  if (!hasIds(targets)) return [];
  const columns = targets.map(columnOf);
  const row = (alias: string): string => `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
  const first = `
    SELECT event_id, min(line) AS line FROM ${STAGE} WHERE event_id IS NOT NULL GROUP BY event_id HAVING count(*) > 1`;
  const { rows } = await client.query<{ line: string; first_line: string; event_id: string }>(`
    SELECT s.line, f.line AS first_line, s.event_id
    FROM (${first}) first
    JOIN ${STAGE} f ON f.line = first.line
    JOIN ${STAGE} s ON s.event_id = first.event_id AND s.line > first.line
    WHERE ${row('s')} IS DISTINCT FROM ${row('f')}
    ORDER BY s.line`);
  await client.query(`
    DELETE FROM ${STAGE} s USING (${first}) first WHERE s.event_id = first.event_id AND s.line > first.line`);
  return rows.map(({ line, first_line: firstLine, event_id: id }) => ({
    line: Number(line),
    firstLine: Number(firstLine),
    id,
  }));
}

/**
 * Stores staged events, and the subjects they name, in the transaction of the stage's session. An event without an id is
 * known by its content and its occurrence within the file: importing a file again changes nothing, while true repeats
 * inside it count. A subject that only events name is known since its first one.
 */
export async function storeEvents(stage: Stage, subjectType: string): Promise<StoreCounts> {
  const { client, targets, definition } = stage;
  const table = eventTable(definition.type.id);
  const fields = targets.filter(({ kind }) => kind === 'field').map(columnOf);
  const columns = ['subject_key', 'event_id', 'occurred_at', ...fields];
  const named = `SELECT subject_key, ${idOf(targets)} AS event_id, ${['occurred_at', ...fields].join(', ')}
    FROM (${numbered(targets)}) numbered`;
  const counts = hasIds(targets)
    ? await upsert(stage, table, columns, named)
    : { added: await insert(stage, table, columns, named), updated: 0 };
  await client.query(`
    INSERT INTO ${subjectTable(subjectType)} AS t (key, known_since)
    SELECT subject_key, min(occurred_at) FROM ${STAGE} GROUP BY subject_key ORDER BY subject_key
    ON CONFLICT (key) DO UPDATE SET known_since = excluded.known_since
    WHERE t.known_since > excluded.known_since`);
  await client.query(
    `UPDATE terrace.record_type r
     SET first_at = least(r.first_at, s.first_at), last_at = greatest(r.last_at, s.last_at)
     FROM (SELECT min(occurred_at) AS first_at, max(occurred_at) AS last_at FROM ${STAGE}) s
     WHERE r.kind = 'event' AND r.id = $1 AND s.first_at IS NOT NULL`,
    [definition.type.id],
  );
  return counts;
}

function hasIds(targets: readonly Target[]): boolean {
  return targets.some(({ id, kind }) => kind === 'key' && id === 'id');
}

/** An event without its own id has the same as before only if it is the same: there is nothing to update. */
async function insert(stage: Stage, table: string, columns: string[], named: string): Promise<number> {
  const { rowCount } = await stage.client.query(`
    INSERT INTO ${table} (${columns.join(', ')}) ${named}
    ON CONFLICT (subject_key, event_id) DO NOTHING`);
  return rowCount ?? 0;
}

async function upsert(stage: Stage, table: string, columns: string[], named: string): Promise<StoreCounts> {
  const added = await countOf(
    stage,
    `SELECT count(*) FROM (${named}) s
     WHERE NOT EXISTS (SELECT FROM ${table} t WHERE t.subject_key = s.subject_key AND t.event_id = s.event_id)`,
  );
  const changeable = columns.filter((column) => column !== 'subject_key' && column !== 'event_id');
  const { rowCount } = await stage.client.query(`
    INSERT INTO ${table} AS t (${columns.join(', ')}) ${named}
    ON CONFLICT (subject_key, event_id) DO UPDATE SET
      ${changeable.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE ${changeable.map((column) => `t.${column} IS DISTINCT FROM excluded.${column}`).join(' OR ')}`);
  return { added, updated: (rowCount ?? 0) - added };
}

/**
 * The staged events with a hash of their content and the number of their occurrence in the file, sorted by subject: the
 * one sort serves the insertion too, and by bytes it is several times as quick as by a language's rules.
 */
function numbered(targets: readonly Target[]): string {
  const content = `md5(concat_ws('|', ${targets
    .filter(({ id, kind }) => kind !== 'key' || id !== 'id')
    .map(contentOf)
    .sort()
    .join(', ')}))`;
  return `SELECT hashed.*, row_number() OVER (PARTITION BY subject_key COLLATE "C", content COLLATE "C" ORDER BY line) AS occurrence
    FROM (SELECT *, ${content} AS content FROM ${STAGE}) hashed`;
}

function idOf(targets: readonly Target[]): string {
  const byContent = `content || CASE WHEN occurrence > 1 THEN '.' || occurrence ELSE '' END`;
  return hasIds(targets) ? `coalesce(event_id, ${byContent})` : byContent;
}

/**
 * A value with its field's id, as text that does not depend on how it was written (1.50 is 1.5) nor on settings of the
 * session; null when missing, which `concat_ws` leaves out. Texts carry their length, so that no two contents are
 * written alike.
 */
function contentOf(target: Target): string {
  const column = columnOf(target);
  // The quoted name of a column holds letters, digits and _ only.
  const name = column.replaceAll('"', '');
  if (target.kind === 'time') return `'${name}=' || extract(epoch FROM ${column})`;
  if (target.kind === 'key') return `'${name}=' || length(${column}) || ':' || ${column}`;
  switch (target.field.type) {
    case 'number':
      return `'${name}=' || trim_scale(${column})`;
    case 'instant':
      return `'${name}=' || extract(epoch FROM ${column})`;
    case 'boolean':
    case 'date':
      return `'${name}=' || ${column}`;
    case 'text':
    case 'enumeration':
      return `'${name}=' || length(${column}) || ':' || ${column}`;
  }
}
