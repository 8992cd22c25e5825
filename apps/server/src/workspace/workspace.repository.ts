import { Injectable } from '@nestjs/common';
import type { Workspace } from '@terrace/client';
import { DataSource } from 'typeorm';
import { WorkspaceEntity } from './workspace.entity.js';

@Injectable()
export class WorkspaceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(): Promise<Workspace> {
    const { timeZone, currency, defaultLanguage } = await this.dataSource
      .getRepository(WorkspaceEntity)
      .findOneByOrFail({ id: true });
    return { timeZone, currency, defaultLanguage };
  }

  async update(changes: Partial<Workspace>): Promise<void> {
    if (Object.values(changes).every((value) => value === undefined)) return;
    await this.dataSource.getRepository(WorkspaceEntity).update({ id: true }, changes);
  }

  /** The zone's name as PostgreSQL spells it: its list need not be the one of this program. */
  async findTimeZone(name: string): Promise<string | undefined> {
    const rows: { name: string }[] = await this.dataSource.query(
      'SELECT name FROM pg_timezone_names WHERE lower(name) = lower($1)',
      [name],
    );
    return rows[0]?.name;
  }
}
