import { Injectable, type OnModuleInit } from '@nestjs/common';
import { splitCodeId } from '@terrace/model';
import type { Occasion } from '@terrace/plugin-runtime';
import { DateTime } from 'luxon';
import { JobPostponed } from '../job/job-postponed.js';
import { JobRegistry, type JobContext } from '../job/job-registry.js';
import { CodeInterrupted } from '../plugin-code/code-fault.js';
import { CodePlugins, type UsableCode } from '../plugin-code/code-plugins.service.js';
import { WorkspaceService } from '../workspace/workspace.service.js';
import { ActionOccasions, type ActionOccasion, type ActionPayload } from './action-occasion.js';

/** Failed tries in a row after which code that throws is quarantined. */
const TRIES = 3;

/**
 * Performs actions in code of plugins, at least once each: code that throws is tried again, later each time, and always with the same
 * idempotency key. What waits while the plugin cannot be used is done when it can be again; waiting is no try.
 */
@Injectable()
export class CodeAction implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly occasions: ActionOccasions,
    private readonly plugins: CodePlugins,
    private readonly workspace: WorkspaceService,
  ) {}

  onModuleInit(): void {
    this.jobs.register('action.code', (payload, context) => this.perform(payload as ActionPayload, context));
  }

  /** @throws Error when the action is to be tried again; JobPostponed when it was not tried */
  async perform(payload: ActionPayload, { attempt }: JobContext): Promise<void> {
    const [occasion, { timeZone }] = await Promise.all([this.occasions.find(payload), this.workspace.get()]);
    // What it was about was deleted meanwhile.
    if (occasion === undefined) return;
    const { transition, node } = occasion;
    if (node.action.type !== 'code') throw new Error(`${node.id} is no code.`);
    const { plugin, id } = splitCodeId(node.action.action);
    const code = await this.#use(plugin);
    try {
      await code.process.runAction(id, occasionOf(occasion), {
        parameters: node.action.parameters,
        asOf: dayOf(transition.asOf, timeZone),
        timeZone,
      });
    } catch (error) {
      const failure = await this.plugins.failure(error, code, attempt >= TRIES);
      throw failure instanceof CodeInterrupted ? new JobPostponed(failure) : failure;
    }
  }

  async #use(plugin: string): Promise<UsableCode> {
    try {
      return await this.plugins.use(plugin);
    } catch (error) {
      throw new JobPostponed(error);
    }
  }
}

/** The day of a date, or of an instant where the workspace is. */
function dayOf(asOf: string, timeZone: string): string {
  return asOf.length === 10
    ? asOf
    : (DateTime.fromISO(asOf, { zone: timeZone }).toISODate() ?? asOf.slice(0, 10));
}

function occasionOf({ transition, document, node }: ActionOccasion): Occasion {
  const { id, modelId, subjectKey, kind, fromTier, toTier, at } = transition;
  return {
    idempotencyKey: `act_${id}_${node.id}`,
    subjectType: document.subjectType,
    key: subjectKey,
    modelId,
    transition: { kind, from: fromTier, to: toTier, at: at.toISOString() },
  };
}
