import { Injectable, type OnModuleInit } from '@nestjs/common';
import { tierName } from '../assignment/applied-result.js';
import { JobRegistry } from '../job/job-registry.js';
import { WorkspaceService } from '../workspace/workspace.service.js';
import { ActionOccasions, type ActionPayload } from './action-occasion.js';
import { TaskRepository } from './task.repository.js';

/** Makes the tasks that transitions set off, each once however often its job runs. */
@Injectable()
export class TaskAction implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly occasions: ActionOccasions,
    private readonly tasks: TaskRepository,
    private readonly workspace: WorkspaceService,
  ) {}

  onModuleInit(): void {
    this.jobs.register('action.task', (payload) => this.perform(payload as ActionPayload));
  }

  async perform(payload: ActionPayload): Promise<void> {
    const [occasion, { timeZone }] = await Promise.all([this.occasions.find(payload), this.workspace.get()]);
    if (occasion === undefined) return;
    const { transition, document, node } = occasion;
    if (node.action.type !== 'task') throw new Error(`${node.id} is no task.`);
    const { id, modelId, subjectKey, kind, fromTier, toTier } = transition;
    await this.tasks.createOnce(
      {
        transitionId: id,
        nodeId: node.id,
        modelId,
        subjectType: document.subjectType,
        subjectKey,
        modelName: document.name,
        title: node.action.title,
        owner: node.action.owner,
        transitionKind: kind,
        fromName: fromTier === null ? null : tierName(document, fromTier),
        toName: toTier === null ? null : tierName(document, toTier),
      },
      { at: transition.at, dueDays: node.action.dueDays, timeZone },
    );
  }
}
