import { Injectable } from '@nestjs/common';
import type { ImportTarget, Mapping, ReadOptions } from '@terrace/client';
import type { Issue } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { addJob } from '../job/add-job.js';
import { ImportEntity, type ImportState } from './import.entity.js';

/** Name of the background job. */
export const IMPORT_JOB = 'import';

/** What an import is started with. */
export interface NewImport {
  readonly uploadId: string;
  readonly fileName: string;
  readonly headers: readonly string[];
  readonly target: ImportTarget;
  readonly mapping: Mapping;
  readonly options: ReadOptions;
}

/** Rows by what became of them. */
export interface RowCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly bad: number;
}

/** Imports in the database. */
@Injectable()
export class ImportRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores an import and queues its job. */
  create(given: NewImport): Promise<ImportEntity> {
    return this.dataSource.transaction(async (manager) => {
      const stored = await manager.save(ImportEntity, { ...given, state: 'queued' as const });
      await addJob(manager, IMPORT_JOB, { importId: stored.id });
      return manager.findOneByOrFail(ImportEntity, { id: stored.id });
    });
  }

  async find(id: string): Promise<ImportEntity | null> {
    return isUuid(id) ? this.dataSource.manager.findOneBy(ImportEntity, { id }) : null;
  }

  async list(page: PageRequest): Promise<Page<ImportEntity>> {
    const [items, total] = await this.dataSource.manager.findAndCount(ImportEntity, {
      order: { createdAt: 'DESC', id: 'DESC' },
      take: page.pageSize,
      skip: offsetOf(page),
    });
    return { items, total };
  }

  /** Begins, or begins anew after a crash. @returns false when there is nothing to do any more */
  async begin(id: string): Promise<boolean> {
    return this.#change(id, ['queued', 'running'], {
      state: 'running',
      progress: 0,
      rowCount: '0',
      badCount: '0',
    });
  }

  /** Notes how far the import is. @returns false when it was cancelled */
  async noteProgress(id: string, progress: number, rows: number, bad: number): Promise<boolean> {
    return this.#change(id, ['running'], { progress, rowCount: String(rows), badCount: String(bad) });
  }

  /** Ends the import with a fault the caller can mend. */
  async fail(id: string, error: Issue): Promise<void> {
    await this.#change(id, ['queued', 'running'], { state: 'failed', error, finishedAt: new Date() });
  }

  async cancel(id: string): Promise<boolean> {
    return this.#change(id, ['queued', 'running'], { state: 'cancelled', finishedAt: new Date() });
  }

  async #change(id: string, from: ImportState[], changes: Partial<ImportEntity>): Promise<boolean> {
    const result = await updateImport(this.dataSource.manager, changes)
      .where('id = :id AND state IN (:...from)', { id, from })
      .execute();
    return result.affected === 1;
  }
}

// Not `manager.update`: its types take a JSON column's value apart.
function updateImport(manager: EntityManager, changes: Partial<ImportEntity>) {
  return manager
    .createQueryBuilder()
    .update(ImportEntity)
    .set(changes as object);
}
