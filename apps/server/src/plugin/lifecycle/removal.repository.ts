import { Injectable } from '@nestjs/common';
import type { RemovalPreview } from '@terrace/client';
import type { LocalizedText } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import { addJob } from '../../job/add-job.js';

/** A model over types of others that uses something of a plugin. */
export interface RestingModel {
  readonly id: string;
  readonly name: LocalizedText;
  /** `event` or `event.field`. */
  readonly uses: readonly string[];
}

/** What hangs on the record types of a plugin. */
@Injectable()
export class RemovalRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The models over these subject types, with how much goes with each. */
  async modelsOver(subjectTypes: readonly string[]): Promise<RemovalPreview['purgedModels']> {
    return this.dataSource.query<RemovalPreview['purgedModels']>(
      `SELECT m.id, m.draft->'name' AS name,
         (SELECT count(*)::integer FROM terrace.assignment WHERE model_id = m.id) AS assignments,
         (SELECT count(*)::integer FROM terrace.transition WHERE model_id = m.id) AS transitions,
         (SELECT count(*)::integer FROM terrace.task WHERE model_id = m.id) AS tasks,
         (SELECT count(*)::integer FROM terrace.run WHERE model_id = m.id) AS runs
       FROM terrace.model m WHERE m.subject_type = ANY($1) ORDER BY m.updated_at DESC, m.id`,
      [subjectTypes],
    );
  }

  /**
   * Models over other subject types whose draft or newest version reads one of these event types, or one of these fields
   * (`[type, field]`).
   */
  async modelsReading(
    subjectTypes: readonly string[],
    eventTypes: readonly string[],
    fields: readonly (readonly [string, string])[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RestingModel[]> {
    return manager.query<RestingModel[]>(
      `WITH removed AS (SELECT * FROM unnest($3::text[], $4::text[]) AS r(type, field))
       SELECT m.id, m.draft->'name' AS name, array_agg(DISTINCT u.name ORDER BY u.name) AS uses
       FROM terrace.model m
       LEFT JOIN LATERAL (
         SELECT document FROM terrace.model_version WHERE model_id = m.id ORDER BY number DESC LIMIT 1) v ON true
       CROSS JOIN LATERAL (VALUES (m.draft), (v.document)) d(document)
       CROSS JOIN LATERAL json_array_elements(d.document->'nodes') n(node)
       CROSS JOIN LATERAL (
         SELECT node->'source'->>'event' AS name WHERE node->'source'->>'event' = ANY($2)
         UNION ALL
         SELECT r.type || '.' || r.field FROM removed r
         WHERE r.type = coalesce(node->'source'->>'event', m.subject_type)
           AND (r.field = node->'source'->>'field'
             OR position('"' || r.field || '"' IN coalesce(node->'source'->>'where', '')) > 0)) u
       WHERE m.subject_type <> ALL($1)
       GROUP BY m.id ORDER BY m.updated_at DESC, m.id`,
      [subjectTypes, eventTypes, fields.map(([type]) => type), fields.map(([, field]) => field)],
    );
  }

  /** Deletes the models over these subject types with everything that came of them. */
  async deleteModels(manager: EntityManager, subjectTypes: readonly string[]): Promise<void> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM terrace.model WHERE subject_type = ANY($1) FOR UPDATE',
      [subjectTypes],
    );
    const ids = rows.map(({ id }) => id);
    for (const table of ['assignment', 'transition', 'task'])
      await manager.query(`DELETE FROM terrace.${table} WHERE model_id = ANY($1::uuid[])`, [ids]);
    // Versions and runs go with their model.
    await manager.query('DELETE FROM terrace.model WHERE id = ANY($1::uuid[])', [ids]);
    await manager.query(
      `DELETE FROM terrace.run WHERE model_id IS NULL AND document->>'subjectType' = ANY($1)`,
      [subjectTypes],
    );
    // It drops the tables of runs that are no more.
    await addJob(manager, 'run.cleanup', {}, { key: 'run.cleanup' });
  }

  /** Deletes what imports into these types left: their rows set aside and their files hold the same records. */
  async deleteImports(
    manager: EntityManager,
    types: readonly { readonly kind: string; readonly id: string }[],
  ): Promise<void> {
    const rows = await manager.query<{ id: string; uploadId: string }[]>(
      `SELECT i.id, i.upload_id AS "uploadId" FROM terrace.import i
       JOIN unnest($1::text[], $2::text[]) AS t(kind, type) ON i.target = jsonb_build_object('kind', t.kind, 'type', t.type)`,
      [types.map(({ kind }) => kind), types.map(({ id }) => id)],
    );
    const imports = rows.map(({ id }) => id);
    const uploads = rows.map(({ uploadId }) => uploadId);
    await manager.query('DELETE FROM terrace.bad_row WHERE import_id = ANY($1::uuid[])', [imports]);
    await manager.query('DELETE FROM terrace.import WHERE id = ANY($1::uuid[])', [imports]);
    const [unused] = (await manager.query(
      `DELETE FROM terrace.upload u WHERE u.id = ANY($1::uuid[])
         AND NOT EXISTS (SELECT FROM terrace.import i WHERE i.upload_id = u.id)
       RETURNING u.id`,
      [uploads],
    )) as [{ id: string }[], number];
    await manager.query('DELETE FROM terrace.upload_chunk WHERE upload_id = ANY($1::uuid[])', [
      unused.map(({ id }) => id),
    ]);
  }

  /** Forgets which samples of a plugin were loaded. */
  async deleteSampleLoads(manager: EntityManager, plugin: string): Promise<void> {
    await manager.query('DELETE FROM terrace.sample_load WHERE starts_with(id, $1)', [`${plugin}.`]);
  }
}
