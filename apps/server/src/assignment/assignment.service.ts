import { Injectable } from '@nestjs/common';
import type { Assignment, CurrentTiers, Transition } from '@terrace/client';
import type { ModelDocument, SubjectType } from '@terrace/model';
import { CatalogService } from '../catalog/catalog.service.js';
import type { Page, PageRequest } from '../common/page.js';
import { ModelService } from '../model/model.service.js';
import { ResultRepository } from '../run/result.repository.js';
import { RunRepository } from '../run/run.repository.js';
import { AppliedResults, tierName, type AppliedResult } from './applied-result.js';
import type { AssignmentEntity } from './assignment.entity.js';
import {
  AssignmentRepository,
  type AssignmentFilter,
  type TransitionFilter,
} from './assignment.repository.js';
import type { TransitionEntity } from './transition.entity.js';

/** Current tiers and their history. */
@Injectable()
export class AssignmentService {
  constructor(
    private readonly repository: AssignmentRepository,
    private readonly applied: AppliedResults,
    private readonly models: ModelService,
    private readonly runs: RunRepository,
    private readonly results: ResultRepository,
    private readonly catalog: CatalogService,
  ) {}

  /** The tiers of one subject, one per model of its type that was applied. */
  async ofSubject(type: string, key: string): Promise<Assignment[]> {
    const subjectType = await this.catalog.subjectType(type);
    const views: Assignment[] = [];
    for (const assignment of await this.repository.ofSubject(type, key)) {
      const result = await this.applied.of(assignment.modelId);
      if (result !== undefined) views.push(...(await this.#views([assignment], result, subjectType)));
    }
    return views;
  }

  async list(modelId: string, filter: AssignmentFilter): Promise<Page<Assignment>> {
    const result = await this.applied.of(modelId);
    if (result === undefined) return { items: [], total: 0 };
    const type = await this.catalog.subjectType(result.document.subjectType);
    const { items, total } = await this.repository.list(modelId, type, filter);
    return { items: await this.#views(items, result, type), total };
  }

  /** Count, share and amount per current tier: those of the applied run, whose tiers they are. */
  async tiers(modelId: string): Promise<CurrentTiers> {
    const { appliedRunId } = await this.models.stored(modelId);
    const run = appliedRunId === null ? undefined : await this.runs.find(appliedRunId);
    return {
      total: run?.subjectCount ?? 0,
      asOf: run?.asOf ?? null,
      runId: run?.id ?? null,
      items: run?.tiers ?? [],
    };
  }

  async listTransitions(modelId: string, filter: TransitionFilter): Promise<Page<Transition>> {
    await this.models.stored(modelId);
    const { items, total } = await this.repository.listTransitions(modelId, filter);
    return { items: await this.#transitionViews(items), total };
  }

  async listSubjectTransitions(type: string, key: string, page: PageRequest): Promise<Page<Transition>> {
    await this.catalog.subjectType(type);
    const { items, total } = await this.repository.listSubjectTransitions(type, key, page);
    return { items: await this.#transitionViews(items), total };
  }

  async #views(
    assignments: readonly AssignmentEntity[],
    result: AppliedResult,
    type: SubjectType,
  ): Promise<Assignment[]> {
    const keys = assignments.map(({ subjectKey }) => subjectKey);
    const [rows, labels] = await Promise.all([
      this.results.rows(result.runId, result.document, keys),
      this.results.labels(type, keys),
    ]);
    return assignments.map(({ subjectKey, modelId, tier, since }) => ({
      modelId,
      modelName: result.document.name,
      key: subjectKey,
      label: labels.get(subjectKey) ?? null,
      tier,
      tierName: tierName(result.document, tier),
      since: since.toISOString(),
      version: result.version,
      values: rows.get(subjectKey)?.values ?? {},
    }));
  }

  async #transitionViews(transitions: readonly TransitionEntity[]): Promise<Transition[]> {
    const documents = new Map<string, ModelDocument>();
    for (const { modelId, version } of transitions) {
      const id = `${modelId}/${version}`;
      if (!documents.has(id)) documents.set(id, (await this.models.getVersion(modelId, version)).document);
    }
    return transitions.map((transition) => {
      const { id, modelId, subjectKey, kind, fromTier, toTier, at, asOf, version, runId } = transition;
      const document = documents.get(`${modelId}/${version}`);
      return {
        id,
        modelId,
        modelName: document?.name ?? {},
        key: subjectKey,
        kind,
        from: fromTier,
        fromName: fromTier === null ? null : tierName(document, fromTier),
        to: toTier,
        toName: toTier === null ? null : tierName(document, toTier),
        at: at.toISOString(),
        asOf,
        version,
        runId,
      };
    });
  }
}
