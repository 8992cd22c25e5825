import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { TaskEntity } from './task.entity.js';

/** Which tasks are asked for. */
export interface TaskFilter extends PageRequest {
  readonly status?: TaskEntity['status'] | undefined;
  readonly owner?: string | undefined;
  readonly key?: string | undefined;
}

/** A task before it exists. */
export type NewTask = Omit<TaskEntity, 'id' | 'status' | 'dueOn' | 'createdAt' | 'doneAt' | 'doneBy'>;

/** When a task is due: so many days after the transition's day, if at all. */
export interface DueRule {
  readonly at: Date;
  readonly dueDays: number | undefined;
  readonly timeZone: string;
}

/** Tasks in the database. */
@Injectable()
export class TaskRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Does nothing when the transition has its task of this node already. */
  async createOnce(task: NewTask, { at, dueDays, timeZone }: DueRule): Promise<void> {
    await this.dataSource
      .createQueryBuilder()
      .insert()
      .into(TaskEntity)
      .values({
        ...task,
        dueOn: () =>
          dueDays === undefined
            ? 'NULL'
            : `(:at::timestamptz AT TIME ZONE :timeZone)::date + :dueDays::integer`,
      })
      .setParameters({ at: at.toISOString(), timeZone, dueDays })
      .orIgnore()
      .execute();
  }

  /** Open and newest first. */
  async list(filter: TaskFilter): Promise<Page<TaskEntity>> {
    const { status, owner, key } = filter;
    const [items, total] = await this.dataSource.getRepository(TaskEntity).findAndCount({
      where: {
        ...(status === undefined ? {} : { status }),
        ...(owner === undefined ? {} : { owner }),
        ...(key === undefined ? {} : { subjectKey: key }),
      },
      order: { status: 'DESC', createdAt: 'DESC', id: 'DESC' },
      take: filter.pageSize,
      skip: offsetOf(filter),
    });
    return { items, total };
  }

  async find(id: string): Promise<TaskEntity | undefined> {
    if (!isUuid(id)) return undefined;
    return (await this.dataSource.getRepository(TaskEntity).findOneBy({ id })) ?? undefined;
  }

  async update(
    id: string,
    changes: Partial<Pick<TaskEntity, 'status' | 'owner' | 'doneAt' | 'doneBy'>>,
  ): Promise<void> {
    await this.dataSource.getRepository(TaskEntity).update({ id }, changes);
  }
}
