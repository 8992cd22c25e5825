import { Injectable } from '@nestjs/common';
import type { ModelDocument } from '@terrace/model';
import { runTable } from '../database/identifier.js';
import { BulkSession, type Execute } from '../database/bulk-session.js';
import { dimensionColumn } from './dimension-sql.js';
import { summarize, type MoveGroup, type RunSummary } from './run-summary.js';
import type { StoredRun } from './run.repository.js';

/** What tiers were computed from besides the dimensions. */
export interface TierBase {
  readonly readsCurrentTiers: boolean;
  /** The model's applied run when they were computed. */
  readonly appliedRunId: string | null;
}

/** Counts a result and compares it with the current tiers. */
@Injectable()
export class Summarizer {
  constructor(private readonly session: BulkSession) {}

  summarize(
    run: StoredRun,
    document: ModelDocument,
    base: TierBase,
    signal: AbortSignal,
  ): Promise<RunSummary> {
    return this.session.transaction(signal, async (execute) => {
      // One snapshot for both: which run is the applied one, and the tiers it made.
      await execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      const baseRunId = run.modelId === null ? null : await appliedRunOf(run.modelId, execute);
      const groups = await execute<MoveGroup>(
        groupSql(run.id, document, baseRunId === null),
        baseRunId === null ? [] : [run.modelId],
      );
      // Tiers that were computed from others than those they are compared with are stale from the start.
      return summarize(document, groups, {
        hasModel: run.modelId !== null,
        baseRunId: base.readsCurrentTiers ? base.appliedRunId : baseRunId,
      });
    });
  }
}

/** The run whose result the model's current tiers are. */
export async function appliedRunOf(modelId: string, execute: Execute): Promise<string | null> {
  const [model] = await execute<{ id: string | null }>(
    'SELECT applied_run_id AS id FROM terrace.model WHERE id = $1',
    [modelId],
  );
  return model?.id ?? null;
}

/** The groups of subjects by tier before and after; nobody had one where nothing was applied yet. */
function groupSql(runId: string, document: ModelDocument, isFirst: boolean): string {
  const amount =
    document.amount === undefined
      ? 'NULL'
      : `trim_scale(sum(sum(r.${dimensionColumn(document.amount)})::numeric) OVER (PARTITION BY r.tier))::text`;
  const before = isFirst ? 'NULL::text' : 'a.tier';
  const current = isFirst
    ? ''
    : `FULL JOIN (SELECT subject_key, tier FROM terrace.assignment WHERE model_id = $1) a ON a.subject_key = r.key`;
  return `SELECT ${before} AS "from", r.tier AS "to", count(*)::integer AS count, ${amount} AS "tierAmount"
    FROM ${runTable(runId)} r ${current} GROUP BY 1, 2 ORDER BY 1 NULLS FIRST, 2 NULLS LAST`;
}
