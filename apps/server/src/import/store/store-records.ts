import { eventTable, subjectTable } from '../../database/identifier.js';
import type { Stage } from './stage.js';
import { storeEvents } from './store-events.js';
import { storeSubjects, type StoreCounts } from './store-subjects.js';

/** Records from which on the planner's statistics are brought up to date at once rather than by autovacuum. */
const ANALYZE_FROM = 10_000;

/**
 * Stores what is staged in one transaction. Writers of a subject type's records wait for each other, so that counts are
 * right and no two of them hold rows the other needs.
 * @param conclude - done last in the transaction; false undoes everything
 * @returns whether it was committed
 */
export async function storeRecords(
  stage: Stage,
  conclude: (counts: StoreCounts) => Promise<boolean>,
): Promise<boolean> {
  const { client, definition } = stage;
  const subjectType = definition.kind === 'subject' ? definition.type.id : definition.type.subjectType;
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('terrace records of ' || $1, 0))`, [
    subjectType,
  ]);
  const counts =
    definition.kind === 'subject' ? await storeSubjects(stage) : await storeEvents(stage, subjectType);
  if (stage.rowCount >= ANALYZE_FROM) await analyze(stage, subjectType);
  const isDone = await conclude(counts);
  await client.query(isDone ? 'COMMIT' : 'ROLLBACK');
  return isDone;
}

async function analyze(stage: Stage, subjectType: string): Promise<void> {
  const { client, definition } = stage;
  await client.query(`ANALYZE ${subjectTable(subjectType)}`);
  if (definition.kind === 'event') await client.query(`ANALYZE ${eventTable(definition.type.id)}`);
}
