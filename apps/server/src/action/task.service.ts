import { Injectable } from '@nestjs/common';
import type { Task } from '@terrace/client';
import type { Principal } from '../access/principal.js';
import { notFound } from '../common/fault.js';
import type { Page } from '../common/page.js';
import type { TaskEntity } from './task.entity.js';
import { TaskRepository, type TaskFilter } from './task.repository.js';

/** Work that transitions set off. */
@Injectable()
export class TaskService {
  constructor(private readonly repository: TaskRepository) {}

  async list(filter: TaskFilter): Promise<Page<Task>> {
    const { items, total } = await this.repository.list(filter);
    return { items: items.map(taskView), total };
  }

  async update(
    id: string,
    { status, owner }: { status?: Task['status'] | undefined; owner?: string | undefined },
    caller: Principal,
  ): Promise<Task> {
    const task = await this.#stored(id);
    const isChanged = status !== undefined && status !== task.status;
    const done =
      status === 'done' ? { doneAt: new Date(), doneBy: caller.name } : { doneAt: null, doneBy: null };
    const changes = {
      ...(isChanged ? { status, ...done } : {}),
      ...(owner === undefined ? {} : { owner }),
    };
    if (Object.keys(changes).length > 0) await this.repository.update(id, changes);
    return taskView(await this.#stored(id));
  }

  async #stored(id: string): Promise<TaskEntity> {
    const task = await this.repository.find(id);
    if (task === undefined) throw notFound({ en: 'task', 'zh-CN': '任务' }, id);
    return task;
  }
}

function taskView(task: TaskEntity): Task {
  return {
    id: task.id,
    title: task.title,
    owner: task.owner,
    subjectType: task.subjectType,
    key: task.subjectKey,
    modelId: task.modelId,
    modelName: task.modelName,
    transitionId: task.transitionId,
    transitionKind: task.transitionKind,
    fromName: task.fromName,
    toName: task.toName,
    status: task.status,
    dueOn: task.dueOn,
    createdAt: task.createdAt.toISOString(),
    doneAt: task.doneAt?.toISOString() ?? null,
    doneBy: task.doneBy,
  };
}
