import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { runSteps, type Run } from '@terrace/client';
import { tierSql, withCutPoints, type ModelDocument, type RecordTypes } from '@terrace/model';
import { performance } from 'node:perf_hooks';
import { CatalogService } from '../catalog/catalog.service.js';
import { runTable } from '../database/identifier.js';
import { inlineParameters } from '../database/inline-parameters.js';
import { JobRegistry, type JobContext } from '../job/job-registry.js';
import { BulkSession } from '../database/bulk-session.js';
import { Calibrator } from './calibrator.js';
import { CodeValues } from '../plugin-code/code-values.service.js';
import { dimensionSql } from './dimension-sql.js';
import { dimensionTable, ResultRepository } from './result.repository.js';
import { isTransient, runErrorOf } from './run-error.js';
import { RunCleanup } from './run-cleanup.js';
import { RunRepository, type StoredRun } from './run.repository.js';
import { readsCurrentTiers, tierSource } from './previous-sql.js';
import { appliedRunOf, Summarizer, type TierBase } from './summarizer.js';

/** Tries after faults that may pass, such as a lost connection; a server that is stopped or killed does not count. */
const MAX_TRIES = 5;

/** How often progress within a step is written down, in milliseconds. */
const PROGRESS_INTERVAL_MS = 250;

/** The run was dropped while it was computed. */
class RunDropped extends Error {}

/** Computes runs in the background, step by step. */
@Injectable()
export class RunComputation implements OnModuleInit {
  readonly #logger = new Logger(RunComputation.name);

  constructor(
    private readonly jobs: JobRegistry,
    private readonly runs: RunRepository,
    private readonly results: ResultRepository,
    private readonly catalog: CatalogService,
    private readonly session: BulkSession,
    private readonly codeValues: CodeValues,
    private readonly calibrator: Calibrator,
    private readonly summarizer: Summarizer,
    private readonly cleanup: RunCleanup,
  ) {}

  onModuleInit(): void {
    this.jobs.register('run.compute', (payload, context) =>
      this.compute((payload as { runId: string }).runId, context),
    );
  }

  /** Computes a run, anew when an earlier try died; harmless for one that is finished, applied or dropped. */
  async compute(runId: string, context: JobContext): Promise<void> {
    if (!(await this.runs.begin(runId))) return;
    const run = await this.runs.find(runId);
    if (run === undefined) return;
    try {
      await this.results.drop(runId);
      await this.#computeSteps(run, context.signal);
      await this.cleanup.removeOld();
    } catch (error) {
      if (error instanceof RunDropped) return void (await this.results.drop(runId));
      if (context.signal.aborted || (isTransient(error) && context.attempt < MAX_TRIES)) throw error;
      this.#logger.error(`Run ${runId} failed: ${String(error)}`);
      // First what is left over: who sees that the run failed finds nothing of it.
      await this.results.drop(runId);
      await this.runs.fail(runId, runErrorOf(error));
    }
  }

  async #computeSteps(run: StoredRun, signal: AbortSignal): Promise<void> {
    const stepMs: Record<string, number> = {};
    const step = async <T>(name: NonNullable<Run['step']>, work: () => Promise<T>): Promise<T> => {
      const progress = runSteps.indexOf(name) / runSteps.length;
      if (!(await this.runs.enterStep(run.id, name, progress, stepMs))) throw new RunDropped();
      const start = performance.now();
      const result = await work();
      stepMs[name] = Math.round(performance.now() - start);
      return result;
    };
    const types = await this.catalog.recordTypes();
    await step('dimensions', () => this.#storeDimensions(run, types, signal));
    const document = await step('calibration', () => this.#calibrate(run, signal));
    const base = await step('tiers', () => this.#storeTiers(run, document, signal));
    const summary = await step('summary', () => this.summarizer.summarize(run, document, base, signal));
    if (!(await this.runs.finish(run.id, summary, stepMs))) throw new RunDropped();
  }

  async #storeDimensions(run: StoredRun, types: RecordTypes, signal: AbortSignal): Promise<void> {
    const moment = await this.runs.moment(run.id);
    const { onProgress } = this.#progressOf(run.id);
    const codeColumns = await this.codeValues.prepare({
      runId: run.id,
      document: run.document,
      types,
      moment,
      signal,
      onProgress,
    });
    const sql = inlineParameters(dimensionSql(run.document, types, moment, codeColumns));
    await this.session.transaction(signal, async (execute) => {
      // Unlogged: it lives as long as the run is computed, and a run that dies starts anew.
      await execute(`CREATE UNLOGGED TABLE ${dimensionTable(run.id)} AS ${sql}`);
      for (const table of new Set(codeColumns.values())) await execute(`DROP TABLE ${table}`);
    });
  }

  /** How far the first step is, written down now and then. */
  #progressOf(runId: string): { onProgress(share: number): Promise<void> } {
    let written = performance.now();
    return {
      onProgress: async (share) => {
        if (performance.now() - written < PROGRESS_INTERVAL_MS) return;
        written = performance.now();
        if (!(await this.runs.noteProgress(runId, share / runSteps.length))) throw new RunDropped();
      },
    };
  }

  async #calibrate(run: StoredRun, signal: AbortSignal): Promise<ModelDocument> {
    const { cutPoints, warnings } = await this.session.transaction(signal, (execute) =>
      this.calibrator.calibrate(run.document, dimensionTable(run.id), execute),
    );
    const document = withCutPoints(run.document, cutPoints);
    if (!(await this.runs.saveCalibration(run.id, document, warnings))) throw new RunDropped();
    return document;
  }

  /** @returns what the tiers were computed from besides the dimensions */
  async #storeTiers(run: StoredRun, document: ModelDocument, signal: AbortSignal): Promise<TierBase> {
    const source = tierSource(document, dimensionTable(run.id), { modelId: run.modelId, day: run.asOfDay });
    const tiers = tierSql(document, source.text, {
      firstParameter: source.parameters.length + 1,
      // Applying needs the qualified tier. Without a lifecycle the reason is told from the values when it is read: writing it took 8 %
      // longer (docs/decisions/0009-lifecycle-in-the-expression.md).
      reasons: document.lifecycle !== undefined,
    });
    const sql = inlineParameters({
      text: tiers.text,
      parameters: [...source.parameters, ...tiers.parameters],
    });
    return this.session.transaction(signal, async (execute) => {
      // One snapshot for the tiers that subjects have and the run that gave them.
      await execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const appliedRunId = run.modelId === null ? null : await appliedRunOf(run.modelId, execute);
      await execute(`CREATE TABLE ${runTable(run.id)} AS ${sql}`);
      await execute(`ALTER TABLE ${runTable(run.id)} ADD PRIMARY KEY (key)`);
      await execute(`DROP TABLE ${dimensionTable(run.id)}`);
      return { readsCurrentTiers: readsCurrentTiers(document), appliedRunId };
    });
  }
}
