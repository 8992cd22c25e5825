import { Injectable } from '@nestjs/common';
import type { Run } from '@terrace/client';
import type { Issue, ModelDocument } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { addJob } from '../job/add-job.js';
import { storedText } from '../model/stored-document.js';
import type { AsOf } from './as-of.js';
import { RunEntity } from './run.entity.js';
import type { RunMoment } from './run-moment.js';
import type { RunSummary } from './run-summary.js';

/** What a run is to compute. */
export interface NewRun {
  readonly modelId: string | null;
  readonly version: number | null;
  readonly asOf: AsOf | undefined;
  readonly timeZone: string;
  readonly document: ModelDocument;
  readonly createdBy: string;
}

/** A run with the applied run of its model, which decides whether it can be applied. */
export type StoredRun = RunEntity & { readonly modelAppliedRunId: string | null };

/** A run as lists show it: without its documents and summary. */
export type ListedRun = Omit<
  StoredRun,
  'document' | 'computedDocument' | 'tiers' | 'matrix' | 'asOfDay' | 'until' | 'createdBy'
>;

const listedColumns = [
  'id',
  'modelId',
  'version',
  'asOf',
  'timeZone',
  'state',
  'step',
  'progress',
  'hasResult',
  'subjectCount',
  'movedCount',
  'baseRunId',
  'error',
  'warnings',
  'stepMs',
  'createdAt',
  'finishedAt',
  'appliedAt',
].map((column) => `run.${column}`);
const appliedRun = ['model.id', 'model.appliedRunId'];

/** Runs in the database, without their results. */
@Injectable()
export class RunRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores the run and its job; either both exist or neither. */
  async create(run: NewRun): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const [row] = (await manager.query(
        `INSERT INTO terrace.run (model_id, version, as_of, as_of_day, until, time_zone, document, created_by)
         SELECT $1::uuid, $2::integer, coalesce($3::text, day::text), day,
           CASE WHEN $4::timestamptz IS NULL THEN (day + 1)::timestamp AT TIME ZONE $5
             ELSE $4::timestamptz + interval '1 microsecond' END,
           $5::text, $6::json, $7
         FROM (SELECT CASE WHEN $4::timestamptz IS NULL AND $3::text IS NOT NULL THEN $3::text::date
           ELSE (coalesce($4::timestamptz, now()) AT TIME ZONE $5)::date END AS day) d
         RETURNING id`,
        [
          run.modelId,
          run.version,
          run.asOf?.text ?? null,
          run.asOf?.kind === 'instant' ? run.asOf.text : null,
          run.timeZone,
          storedText(run.document),
          run.createdBy,
        ],
      )) as { id: string }[];
      if (row === undefined) throw new Error('The run was not stored.');
      await addJob(manager, 'run.compute', { runId: row.id });
      return row.id;
    });
  }

  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<StoredRun | undefined> {
    if (!/^\d{1,18}$/.test(id)) return undefined;
    const run = await manager
      .createQueryBuilder(RunEntity, 'run')
      .leftJoin('run.model', 'model')
      .addSelect(appliedRun)
      .where('run.id = :id', { id })
      .getOne();
    return run === null ? undefined : withAppliedRun(run);
  }

  async list(modelId: string | undefined, page: PageRequest): Promise<Page<ListedRun>> {
    if (modelId !== undefined && !isUuid(modelId)) return { items: [], total: 0 };
    const query = this.dataSource
      .createQueryBuilder(RunEntity, 'run')
      .select(listedColumns)
      .leftJoin('run.model', 'model')
      .addSelect(appliedRun)
      .orderBy('run.id', 'DESC')
      .limit(page.pageSize)
      .offset(offsetOf(page));
    if (modelId !== undefined) query.where('run.model_id = :modelId', { modelId });
    const [runs, total] = await query.getManyAndCount();
    return { items: runs.map(withAppliedRun), total };
  }

  /** Its moment as PostgreSQL text, to the microsecond. */
  async moment(id: string): Promise<RunMoment> {
    const [row] = (await this.dataSource.query(
      `SELECT as_of_day::text AS day, time_zone AS "timeZone",
         to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' AS until
       FROM terrace.run WHERE id = $1`,
      [id],
    )) as RunMoment[];
    if (row === undefined) throw new Error(`There is no run ${id}.`);
    return row;
  }

  /** Starts the run, anew if an earlier try died. @returns false when it is not to be computed any more */
  async begin(id: string): Promise<boolean> {
    return this.#change(
      id,
      `state = 'running', step = NULL, progress = 0, step_ms = '{}', warnings = '[]', error = NULL`,
      [],
      `state IN ('queued', 'running')`,
    );
  }

  /** @returns false when the run was dropped meanwhile */
  async enterStep(
    id: string,
    step: NonNullable<Run['step']>,
    progress: number,
    stepMs: object,
  ): Promise<boolean> {
    return this.#change(id, 'step = $2, progress = $3, step_ms = $4', [
      step,
      progress,
      JSON.stringify(stepMs),
    ]);
  }

  /** @returns false when the run was dropped meanwhile */
  async noteProgress(id: string, progress: number): Promise<boolean> {
    return this.#change(id, 'progress = $2', [progress]);
  }

  async saveCalibration(id: string, document: ModelDocument, warnings: readonly Issue[]): Promise<boolean> {
    return this.#change(id, 'computed_document = $2, warnings = $3', [
      storedText(document),
      JSON.stringify(warnings),
    ]);
  }

  async finish(id: string, summary: RunSummary, stepMs: object): Promise<boolean> {
    return this.#change(
      id,
      `state = 'computed', step = NULL, progress = 1, has_result = true, finished_at = now(), subject_count = $2,
       moved_count = $3, tiers = $4, matrix = $5, base_run_id = $6, step_ms = $7`,
      [
        summary.subjectCount,
        summary.movedCount,
        JSON.stringify(summary.tiers),
        JSON.stringify(summary.matrix),
        summary.baseRunId,
        JSON.stringify(stepMs),
      ],
    );
  }

  async fail(id: string, error: Issue): Promise<void> {
    await this.#change(id, `state = 'failed', finished_at = now(), error = $2`, [JSON.stringify(error)]);
  }

  async markApplied(manager: EntityManager, id: string): Promise<void> {
    await manager.query(`UPDATE terrace.run SET state = 'applied', applied_at = now() WHERE id = $1`, [id]);
  }

  /** @returns false when it was applied meanwhile */
  async drop(id: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const result = (await manager.query(
        `UPDATE terrace.run SET state = 'dropped', has_result = false, finished_at = coalesce(finished_at, now())
         WHERE id = $1 AND state <> 'applied'`,
        [id],
      )) as [unknown, number];
      await addJob(manager, 'run.cleanup', {}, { key: 'run.cleanup' });
      return result[1] === 1;
    });
  }

  async #change(
    id: string,
    assignments: string,
    values: readonly unknown[],
    condition = `state = 'running'`,
  ): Promise<boolean> {
    const result = (await this.dataSource.query(
      `UPDATE terrace.run SET ${assignments} WHERE id = $1 AND ${condition}`,
      [id, ...values],
    )) as [unknown, number];
    return result[1] === 1;
  }
}

function withAppliedRun(run: RunEntity): StoredRun {
  return Object.assign(run, { modelAppliedRunId: run.model?.appliedRunId ?? null });
}
