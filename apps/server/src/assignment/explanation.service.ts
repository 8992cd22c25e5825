import { Injectable } from '@nestjs/common';
import type { Explanation } from '@terrace/client';
import { explain } from '@terrace/model';
import { notFound } from '../common/fault.js';
import { ModelService } from '../model/model.service.js';
import { ResultRepository } from '../run/result.repository.js';
import { AppliedResults, tierName } from './applied-result.js';
import { AssignmentRepository } from './assignment.repository.js';

/** Says why subjects have their tiers. */
@Injectable()
export class ExplanationService {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly applied: AppliedResults,
    private readonly models: ModelService,
    private readonly results: ResultRepository,
  ) {}

  /** By the values of the applied run and the document it computed. @throws Fault `NOT_FOUND` when the subject has no tier in the model */
  async explain(type: string, key: string, modelId: string): Promise<Explanation> {
    const { subjectType } = await this.models.stored(modelId);
    const result = subjectType === type ? await this.applied.of(modelId) : undefined;
    const assignment = result === undefined ? undefined : await this.assignments.find(modelId, key);
    if (result === undefined || assignment === undefined) throw noTier(key);
    const row = (await this.results.rows(result.runId, result.document, [key])).get(key);
    if (row === undefined) throw noTier(key);
    const explanation = explain(result.document, row.values);
    return {
      tier: explanation.tier,
      qualified: explanation.qualified,
      reason: explanation.reason,
      policy: explanation.policy,
      summary: explanation.summary,
      // The stored value, a decimal; explaining computes with doubles.
      steps: explanation.steps.map((step) => ({
        ...step,
        value: row.values[step.nodeId] ?? textOf(step.value),
      })),
      tierName: tierName(result.document, explanation.tier),
      version: result.version,
      asOf: result.asOf,
    };
  }
}

function textOf(value: string | number | boolean | null): string | boolean | null {
  return typeof value === 'number' ? String(value) : value;
}

function noTier(key: string): Error {
  return notFound({ en: 'current tier of the subject', 'zh-CN': '该对象的当前层级：' }, key);
}
