import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobRegistry } from '../job/job-registry.js';
import { CodeValues } from '../plugin-code/code-values.service.js';
import { ResultRepository } from './result.repository.js';

/** How many results are kept besides those the current tiers rest on. */
const KEPT_RESULTS = 20;

/** Removes the tables of results that nobody needs any more. */
@Injectable()
export class RunCleanup implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly dataSource: DataSource,
    private readonly results: ResultRepository,
    private readonly codeValues: CodeValues,
  ) {}

  onModuleInit(): void {
    this.jobs.register('run.cleanup', () => this.removeOld());
  }

  /** Keeps applied results, the newest others, and what is being computed; a table that is being read goes the next time. */
  async removeOld(): Promise<void> {
    // In this order: a run that starts in between is kept.
    const stored = await this.results.storedRunIds();
    const kept = new Set(await this.#keptRunIds());
    for (const runId of stored) {
      if (kept.has(runId) || !(await this.results.drop(runId))) continue;
      await this.dataSource.query('UPDATE terrace.run SET has_result = false WHERE id = $1', [runId]);
    }
    await this.codeValues.removeUnused();
  }

  async #keptRunIds(): Promise<string[]> {
    const rows = (await this.dataSource.query(
      `SELECT applied_run_id AS id FROM terrace.model WHERE applied_run_id IS NOT NULL
       UNION SELECT id FROM terrace.run WHERE state IN ('queued', 'running')
       UNION (SELECT id FROM terrace.run WHERE has_result ORDER BY id DESC LIMIT $1)`,
      [KEPT_RESULTS],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}
