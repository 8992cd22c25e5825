import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Issue } from '@terrace/model';
import type { Pool } from 'pg';
import { CatalogService } from '../catalog/catalog.service.js';
import { Fault } from '../common/fault.js';
import { POOL } from '../database/pool.js';
import { JobRegistry, type JobContext } from '../job/job-registry.js';
import { WorkspaceService } from '../workspace/workspace.service.js';
import { BadRowRepository } from './bad-row.repository.js';
import type { ImportEntity } from './import.entity.js';
import { IMPORT_JOB, ImportRepository } from './import.repository.js';
import { ImportSink, MAX_BAD_ROWS } from './import-sink.js';
import { readDefinition } from './read-definition.js';
import { readRows } from './read/read-rows.js';
import { planRows, type RowPlan } from './read/row-plan.js';
import { setAsideRepeated } from './repeated-ids.js';
import { Stage } from './store/stage.js';
import { takeOutRepeatedIds } from './store/store-events.js';
import { storeRecords } from './store/store-records.js';
import { UploadService, type OpenFile } from './upload.service.js';
import { ImportWatch } from './import-watch.js';

/** Tries before an unexpected error ends an import. */
const MAX_ATTEMPTS = 5;
/** Part of the progress bar that reading takes; storing takes the rest. */
const READING_SHARE = 0.8;

/** Runs imports in the background. An import that is run again, after a crash, starts anew. */
@Injectable()
export class ImportRunner implements OnModuleInit {
  readonly #logger = new Logger(ImportRunner.name);

  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly registry: JobRegistry,
    private readonly imports: ImportRepository,
    private readonly badRows: BadRowRepository,
    private readonly uploads: UploadService,
    private readonly catalog: CatalogService,
    private readonly workspace: WorkspaceService,
  ) {}

  onModuleInit(): void {
    this.registry.register(IMPORT_JOB, async (payload, context) => {
      const { importId } = payload as { importId: string };
      await this.run(importId, context);
    });
  }

  async run(id: string, context: JobContext): Promise<void> {
    const given = await this.imports.find(id);
    if (given === null || (given.state !== 'queued' && given.state !== 'running')) return;
    const watch = new ImportWatch(this.pool, context.signal);
    try {
      await this.#import(given, watch);
    } catch (error) {
      if (watch.isCancelled) return;
      if (context.signal.aborted) throw error;
      if (error instanceof Fault) {
        await this.imports.fail(id, error.issues[0] ?? unexpected);
      } else if (context.attempt >= MAX_ATTEMPTS) {
        this.#logger.error(error);
        await this.imports.fail(id, unexpected);
      } else throw error;
    } finally {
      watch.stop();
    }
  }

  async #import(given: ImportEntity, watch: ImportWatch): Promise<void> {
    const upload = await this.uploads.find(given.uploadId);
    const definition = await readDefinition(this.catalog, given.target);
    const { timeZone } = await this.workspace.get();
    const file = await this.uploads.open(upload, given.options);
    const planned = planRows({ ...given, definition, headers: file.headers, timeZone });
    if ('issues' in planned) throw new Fault('INVALID_REQUEST', planned.issues);
    const targets = planned.plan.columns.map(({ target }) => target);
    const stage = await Stage.open(this.pool, definition, targets, timeZone);
    try {
      await this.#hold(stage, given.id);
      if (!(await this.imports.begin(given.id))) return;
      await this.#fill(given.id, file, planned.plan, stage, watch);
    } finally {
      stage.close();
    }
  }

  async #fill(id: string, file: OpenFile, plan: RowPlan, stage: Stage, watch: ImportWatch): Promise<void> {
    const clear = (): Promise<void> => this.badRows.clear(id);
    await clear();
    const sink = new ImportSink(
      stage,
      (rows) => this.badRows.add(id, rows),
      clear,
      () => watch.isStopped,
    );
    const { source, upload, format } = file;
    watch.start(stage.processId, () => {
      const read = Math.min(source.bytesRead / Math.max(upload.byteCount, 1), 1);
      return this.imports.noteProgress(
        id,
        read * READING_SHARE,
        stage.rowCount + sink.badCount,
        sink.badCount,
      );
    });
    await readRows(source, format, plan, sink);
    if (watch.isStopped) throw new Error('The import was stopped.');
    await stage.finish();
    const repeated = await takeOutRepeatedIds(stage);
    if (repeated.length > 0) {
      const rows = await setAsideRepeated(repeated.slice(0, MAX_BAD_ROWS), source, format, plan);
      rows.forEach((row) => sink.bad(row));
      sink.badCount += repeated.length - rows.length;
      await sink.flush();
    }
    const good = stage.rowCount - repeated.length;
    await storeRecords(stage, async ({ added, updated }) => {
      const { rowCount } = await stage.client.query(
        `UPDATE terrace.import SET state = 'done', progress = 1, finished_at = now(), row_count = $2,
           added_count = $3, updated_count = $4, unchanged_count = $5, bad_count = $6
         WHERE id = $1 AND state = 'running'`,
        [id, good + sink.badCount, added, updated, good - added - updated, sink.badCount],
      );
      return rowCount === 1;
    });
  }

  /** A job may be given to a second process while the first only seems dead; the second one comes again later. */
  async #hold(stage: Stage, id: string): Promise<void> {
    const { rows } = await stage.client.query<{ isHeld: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('terrace import ' || $1, 0)) AS "isHeld"`,
      [id],
    );
    if (rows[0]?.isHeld !== true) throw new Error(`The import ${id} is still being worked on elsewhere.`);
  }
}

const unexpected: Issue = {
  code: 'IMPORT_FAILED',
  severity: 'error',
  path: [],
  message: {
    en: 'The import failed for a reason on our side; the server log has the details. Nothing was stored; start it again.',
    'zh-CN': '由于系统原因导入失败，详情见服务器日志。未写入任何数据，请重新导入。',
  },
};
