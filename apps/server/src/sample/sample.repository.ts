import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@terrace/model';
import { DataSource } from 'typeorm';
import { addJob } from '../job/add-job.js';
import { SampleLoadEntity } from './sample-load.entity.js';

/** Name of the background job. */
export const SAMPLE_JOB = 'load-sample';

/** How far loading samples is. */
@Injectable()
export class SampleRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<SampleLoadEntity | null> {
    return this.dataSource.manager.findOneBy(SampleLoadEntity, { id });
  }

  list(): Promise<SampleLoadEntity[]> {
    return this.dataSource.manager.find(SampleLoadEntity);
  }

  /** Queues loading, unless it is on its way. */
  async queue(id: string, caller: SampleLoadEntity['caller']): Promise<SampleLoadEntity> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<unknown[]>(
        `INSERT INTO terrace.sample_load AS l (id, state, progress, caller) VALUES ($1, 'queued', 0, $2)
         ON CONFLICT (id) DO UPDATE SET state = 'queued', progress = 0, error = NULL, caller = excluded.caller
         WHERE l.state IN ('done', 'failed')
         RETURNING id`,
        [id, JSON.stringify(caller)],
      );
      if (rows.length > 0) await addJob(manager, SAMPLE_JOB, { sampleId: id }, { key: `sample ${id}` });
      return manager.findOneByOrFail(SampleLoadEntity, { id });
    });
  }

  async noteProgress(id: string, progress: number): Promise<void> {
    await this.dataSource.manager.update(SampleLoadEntity, { id }, { state: 'running', progress });
  }

  async noteModel(id: string, modelId: string): Promise<void> {
    await this.dataSource.manager.update(SampleLoadEntity, { id }, { modelId });
  }

  async finish(id: string): Promise<void> {
    await this.dataSource.manager.update(SampleLoadEntity, { id }, { state: 'done', progress: 1 });
  }

  async fail(id: string, error: LocalizedText): Promise<void> {
    await this.dataSource.manager.update(SampleLoadEntity, { id }, { state: 'failed', error });
  }
}
