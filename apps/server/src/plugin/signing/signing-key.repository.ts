import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SigningKeyEntity } from './signing-key.entity.js';

/** The keys that are trusted. */
@Injectable()
export class SigningKeyRepository {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<SigningKeyEntity[]> {
    return this.dataSource.manager.find(SigningKeyEntity, { order: { addedAt: 'ASC', fingerprint: 'ASC' } });
  }

  /** @returns false when the key is there already */
  async add(manager: EntityManager, key: Omit<SigningKeyEntity, 'addedAt'>): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO terrace.signing_key (fingerprint, name, public_key, added_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING fingerprint`,
      [key.fingerprint, key.name, key.publicKey, key.addedBy],
    );
    return rows.length > 0;
  }

  /** @returns false when there is no such key */
  async remove(manager: EntityManager, fingerprint: string): Promise<boolean> {
    const result = await manager.delete(SigningKeyEntity, { fingerprint });
    return result.affected === 1;
  }
}
