import { Injectable } from '@nestjs/common';
import type { Run } from '@terrace/client';
import type { LocalizedText } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import { fault, notFound } from '../common/fault.js';
import { addJob } from '../job/add-job.js';
import { ModelRepository } from '../model/model.repository.js';
import { RunRepository, type StoredRun } from '../run/run.repository.js';
import { applicabilityOf, runView } from '../run/run-view.js';
import { actionJobsSql, actionsOf, assignmentsSql, ranksOf, transitionsSql } from './apply-sql.js';
import { lifecycleSql } from './lifecycle-sql.js';

const reasons: Record<Exclude<Run['applicable'], 'yes'>, Required<LocalizedText>> = {
  applied: { en: 'This run was applied already.', 'zh-CN': '该试算已经应用过。' },
  notComputed: {
    en: 'This run has no result to apply: it is still being computed, failed, was dropped or its result was removed.',
    'zh-CN': '该试算没有可应用的结果：仍在计算、已失败、已丢弃或结果已清理。',
  },
  notPublished: {
    en: 'Only a published version can be applied. Publish the draft and run that version.',
    'zh-CN': '只有已发布的版本才能应用。请先发布草稿，再试算该版本。',
  },
  stale: {
    en: 'Another run was applied after this one was computed, so its preview no longer holds. Run the version again.',
    'zh-CN': '此试算完成之后已有其他试算被应用，预览结果已过时。请重新试算该版本。',
  },
};

/** Makes results the current tiers. */
@Injectable()
export class ApplyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: RunRepository,
    private readonly models: ModelRepository,
  ) {}

  /** Writes the differences, their transitions and the jobs of their actions, all or nothing. */
  async apply(runId: string): Promise<Run> {
    await this.dataSource.transaction(async (manager) => {
      const run = await this.#lock(manager, runId);
      const applicable = applicabilityOf(run);
      if (applicable !== 'yes') throw fault('CONFLICT', `RUN_${codeOf[applicable]}`, reasons[applicable]);
      await this.#write(manager, run);
    });
    const applied = await this.runs.find(runId);
    if (applied === undefined) throw unknownRun(runId);
    return runView(applied);
  }

  /** Two applies of one model follow each other; what is read after the lock is what the other one left. */
  async #lock(manager: EntityManager, runId: string): Promise<StoredRun> {
    const run = await this.runs.find(runId, manager);
    if (run === undefined) throw unknownRun(runId);
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('terrace.apply.' || $1, 0))`, [
      run.modelId ?? '',
    ]);
    return (await this.runs.find(runId, manager)) ?? run;
  }

  async #write(manager: EntityManager, run: StoredRun): Promise<void> {
    const { modelId, version } = run;
    if (modelId === null || version === null) throw new Error('Only a version of a model is applied.');
    const replaced =
      run.modelAppliedRunId === null ? undefined : await this.runs.find(run.modelAppliedRunId, manager);
    const target = { runId: run.id, modelId, version, asOf: run.asOf };
    await manager.query(`SET LOCAL work_mem = '256MB'`);
    const changes = transitionsSql(target, ranksOf(run.document, replaced?.document));
    await manager.query(changes.text, [...changes.parameters]);
    for (const { text, parameters } of assignmentsSql(target)) await manager.query(text, [...parameters]);
    const remembered = lifecycleSql(target, run.asOfDay, run.document, replaced?.document);
    for (const { text, parameters } of remembered) await manager.query(text, [...parameters]);
    for (const action of actionsOf(run.document)) {
      const { text, parameters } = actionJobsSql(target, action);
      await manager.query(text, [...parameters]);
    }
    if (!(await this.models.markApplied(manager, modelId, version, run.id))) throw unknownRun(run.id);
    await this.runs.markApplied(manager, run.id);
    await addJob(manager, 'run.cleanup', {}, { key: 'run.cleanup' });
  }
}

const codeOf = {
  applied: 'APPLIED',
  notComputed: 'NOT_COMPUTED',
  notPublished: 'NOT_PUBLISHED',
  stale: 'STALE',
} as const;

function unknownRun(id: string): Error {
  return notFound({ en: 'run', 'zh-CN': '试算' }, id);
}
