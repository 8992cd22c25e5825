import { Injectable } from '@nestjs/common';
import type { ModelDocument } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import type { Page, PageRequest } from '../common/page.js';
import { offsetOf } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { addJob } from '../job/add-job.js';
import { ModelVersionEntity } from './model-version.entity.js';
import { ModelEntity } from './model.entity.js';
import { readStored, storedText } from './stored-document.js';

/** A model with what follows from its versions. */
export interface StoredModel {
  readonly id: string;
  readonly subjectType: string;
  readonly draft: ModelDocument;
  readonly revision: number;
  readonly publishedVersion: number | null;
  readonly hasUnpublishedChanges: boolean;
  readonly appliedVersion: number | null;
  readonly appliedRunId: string | null;
  readonly appliedAt: Date | null;
  readonly updatedAt: Date;
}

/** Publishing copies the draft's text, so equal text means that nothing was changed since. */
const selectModel = `
  SELECT m.id, m.subject_type AS "subjectType", m.draft, m.revision, v.number AS "publishedVersion",
    v.number IS NULL OR v.document::text <> m.draft::text AS "hasUnpublishedChanges",
    m.applied_version AS "appliedVersion", m.applied_run_id AS "appliedRunId", m.applied_at AS "appliedAt",
    m.updated_at AS "updatedAt"
  FROM terrace.model m
  LEFT JOIN LATERAL (
    SELECT number, document FROM terrace.model_version WHERE model_id = m.id ORDER BY number DESC LIMIT 1
  ) v ON true`;

const upToDate = (model: StoredModel): StoredModel => ({ ...model, draft: readStored(model.draft) });

/** Models and versions in the database. */
@Injectable()
export class ModelRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(page: PageRequest): Promise<Page<StoredModel>> {
    const items = (await this.dataSource.query(
      `${selectModel} ORDER BY m.updated_at DESC, m.id DESC LIMIT $1 OFFSET $2`,
      [page.pageSize, offsetOf(page)],
    )) as StoredModel[];
    return { items: items.map(upToDate), total: await this.dataSource.getRepository(ModelEntity).count() };
  }

  async find(id: string): Promise<StoredModel | undefined> {
    if (!isUuid(id)) return undefined;
    const rows = (await this.dataSource.query(`${selectModel} WHERE m.id = $1`, [id])) as StoredModel[];
    return rows.map(upToDate)[0];
  }

  async create(document: ModelDocument): Promise<string> {
    const model = await this.dataSource
      .getRepository(ModelEntity)
      .save({ subjectType: document.subjectType, draft: document });
    return model.id;
  }

  /** Puts `document` in the place of the draft. @returns whether `revision` was still the stored one */
  async replaceDraft(id: string, revision: number, document: ModelDocument): Promise<boolean> {
    const result = await this.dataSource
      .getRepository(ModelEntity)
      .createQueryBuilder()
      .update()
      .set({
        draft: () => ':draft::json',
        subjectType: document.subjectType,
        revision: revision + 1,
        updatedAt: () => 'now()',
      })
      .where('id = :id AND revision = :revision', { id, revision, draft: storedText(document) })
      .execute();
    return result.affected === 1;
  }

  /** Makes the next version of the draft. @returns its number; undefined when `revision` is no longer the stored one */
  async publish(id: string, revision: number, note: string, by: string): Promise<number | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const [model] = (await manager.query(
        'SELECT id FROM terrace.model WHERE id = $1 AND revision = $2 FOR UPDATE',
        [id, revision],
      )) as { id: string }[];
      if (model === undefined) return undefined;
      const [version] = (await manager.query(
        `INSERT INTO terrace.model_version (model_id, number, document, note, published_by)
         SELECT id, 1 + coalesce((SELECT max(number) FROM terrace.model_version WHERE model_id = $1), 0), draft, $2, $3
         FROM terrace.model WHERE id = $1 RETURNING number`,
        [id, note, by],
      )) as { number: number }[];
      return version?.number;
    });
  }

  async listVersions(id: string, page: PageRequest): Promise<Page<ModelVersionEntity>> {
    const [items, total] = await this.dataSource.getRepository(ModelVersionEntity).findAndCount({
      select: { modelId: true, number: true, note: true, publishedAt: true, publishedBy: true },
      where: { modelId: id },
      order: { number: 'DESC' },
      take: page.pageSize,
      skip: offsetOf(page),
    });
    return { items, total };
  }

  async findVersion(id: string, number: number): Promise<ModelVersionEntity | undefined> {
    if (!isUuid(id)) return undefined;
    const versions = this.dataSource.getRepository(ModelVersionEntity);
    return (await versions.findOneBy({ modelId: id, number })) ?? undefined;
  }

  /** Notes that the result of `runId` became the current tiers, in the transaction of `manager`. @returns false when the model was deleted meanwhile */
  async markApplied(manager: EntityManager, id: string, version: number, runId: string): Promise<boolean> {
    const result = (await manager.query(
      'UPDATE terrace.model SET applied_version = $2, applied_run_id = $3, applied_at = now() WHERE id = $1',
      [id, version, runId],
    )) as [unknown, number];
    return result[1] === 1;
  }

  /** The tables of its runs are removed by the cleanup job. @returns false when the model was applied and therefore stays */
  async deleteNeverApplied(id: string): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const result = await manager
        .createQueryBuilder()
        .delete()
        .from(ModelEntity)
        .where('id = :id AND applied_run_id IS NULL', { id })
        .execute();
      if (result.affected !== 1) return false;
      await addJob(manager, 'run.cleanup', {}, { key: 'run.cleanup' });
      return true;
    });
  }
}
