import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SetupCodeEntity } from './setup-code.entity.js';

@Injectable()
export class SetupCodeRepository {
  constructor(private readonly dataSource: DataSource) {}

  async replace(codeHash: Buffer): Promise<void> {
    await this.dataSource.manager.upsert(SetupCodeEntity, { id: true, codeHash, createdAt: new Date() }, [
      'id',
    ]);
  }

  /** Takes the code away. @returns whether it was the right one */
  async use(manager: EntityManager, codeHash: Buffer): Promise<boolean> {
    const { affected } = await manager.delete(SetupCodeEntity, { codeHash });
    return affected === 1;
  }
}
