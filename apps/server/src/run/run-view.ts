import type { Run } from '@terrace/client';
import type { ListedRun } from './run.repository.js';

/** A run as the contract answers it. */
export function runView(run: ListedRun): Run {
  return {
    id: run.id,
    modelId: run.modelId,
    version: run.version,
    asOf: run.asOf,
    timeZone: run.timeZone,
    state: run.state,
    step: run.step,
    progress: run.progress,
    subjectCount: run.subjectCount,
    movedCount: run.movedCount,
    applicable: applicabilityOf(run),
    error: run.error,
    warnings: run.warnings,
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    appliedAt: run.appliedAt?.toISOString() ?? null,
    stepMs: run.stepMs,
  };
}

/** Whether the run's result can become the current tiers, and why not. */
export function applicabilityOf(run: ListedRun): Run['applicable'] {
  if (run.state === 'applied') return 'applied';
  if (run.state !== 'computed' || !run.hasResult) return 'notComputed';
  if (run.modelId === null || run.version === null) return 'notPublished';
  return run.baseRunId === run.modelAppliedRunId ? 'yes' : 'stale';
}
