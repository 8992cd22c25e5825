import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { isUuid } from '../common/uuid.js';
import { POOL } from '../database/pool.js';
import type { FileFacts } from './inspect/inspect-file.js';
import { UploadEntity } from './upload.entity.js';

/** A stored file that can be imported. */
export interface StoredUpload {
  readonly id: string;
  readonly fileName: string;
  readonly byteCount: number;
  readonly facts: FileFacts;
}

/** Files in the database, in parts. */
@Injectable()
export class UploadRepository {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  async create(fileName: string): Promise<string> {
    const upload = this.dataSource.manager.create(UploadEntity, { fileName, state: 'receiving' });
    await this.dataSource.manager.insert(UploadEntity, upload);
    return upload.id;
  }

  async addChunk(id: string, ordinal: number, bytes: Buffer): Promise<void> {
    await this.pool.query(
      'INSERT INTO terrace.upload_chunk (upload_id, ordinal, bytes) VALUES ($1, $2, $3)',
      [id, ordinal, bytes],
    );
  }

  /** @returns undefined after the last part */
  async chunk(id: string, ordinal: number): Promise<Buffer | undefined> {
    const { rows } = await this.pool.query<{ bytes: Buffer }>(
      'SELECT bytes FROM terrace.upload_chunk WHERE upload_id = $1 AND ordinal = $2',
      [id, ordinal],
    );
    return rows[0]?.bytes;
  }

  async finish(id: string, byteCount: number, facts: FileFacts): Promise<void> {
    await this.dataSource.manager.update(
      UploadEntity,
      { id },
      { state: 'ready', byteCount: String(byteCount), facts },
    );
  }

  async find(id: string): Promise<StoredUpload | undefined> {
    if (!isUuid(id)) return undefined;
    const upload = await this.dataSource.manager.findOneBy(UploadEntity, { id, state: 'ready' });
    if (upload === null) return undefined;
    return {
      id: upload.id,
      fileName: upload.fileName,
      byteCount: Number(upload.byteCount),
      // The facts of a finished upload were written by `finish`.
      facts: upload.facts as FileFacts,
    };
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('DELETE FROM terrace.upload_chunk WHERE upload_id = $1', [id]);
      await manager.delete(UploadEntity, { id });
    });
  }

  /** Removes files that were never finished within a day, and those older than a week that no import still needs. */
  async removeOld(): Promise<void> {
    await this.pool.query(`
      WITH old AS (
        DELETE FROM terrace.upload u
        WHERE u.created_at < now() - CASE u.state WHEN 'ready' THEN interval '7 days' ELSE interval '1 day' END
          AND NOT EXISTS (
            SELECT FROM terrace.import i WHERE i.upload_id = u.id AND i.state IN ('queued', 'running'))
        RETURNING u.id
      )
      DELETE FROM terrace.upload_chunk c USING old WHERE c.upload_id = old.id`);
  }
}
