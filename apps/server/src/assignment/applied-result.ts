import { Injectable } from '@nestjs/common';
import type { LocalizedText, ModelDocument } from '@terrace/model';
import { ModelService } from '../model/model.service.js';
import { RunRepository } from '../run/run.repository.js';

/** The result that a model's current tiers rest on. */
export interface AppliedResult {
  readonly modelId: string;
  readonly runId: string;
  readonly version: number;
  readonly asOf: string;
  /** As it was computed, with calibrated cut points. */
  readonly document: ModelDocument;
}

/** Finds the results that current tiers rest on. */
@Injectable()
export class AppliedResults {
  constructor(
    private readonly models: ModelService,
    private readonly runs: RunRepository,
  ) {}

  /** @returns undefined for a model that was never applied */
  async of(modelId: string): Promise<AppliedResult | undefined> {
    const { appliedRunId } = await this.models.stored(modelId);
    if (appliedRunId === null) return undefined;
    const run = await this.runs.find(appliedRunId);
    if (run?.version == null) return undefined;
    return {
      modelId,
      runId: run.id,
      version: run.version,
      asOf: run.asOf,
      document: run.computedDocument ?? run.document,
    };
  }
}

/** The name of a tier in a document; its id where the document does not have it (any more). */
export function tierName(document: ModelDocument | undefined, tier: string): LocalizedText {
  return (
    document?.nodes.find(({ id, kind }) => kind === 'tier' && id === tier)?.name ?? {
      en: tier,
      'zh-CN': tier,
    }
  );
}
