import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionEntity } from './session.entity.js';
import type { UserRecord } from './user.repository.js';

/** A session ends this long after its last request … */
export const IDLE_HOURS = 12;
/** … and this long after sign-in at the latest. */
export const LONGEST_DAYS = 30;

const IS_ALIVE = `s.last_used_at > now() - interval '${IDLE_HOURS} hours' AND s.created_at > now() - interval '${LONGEST_DAYS} days'`;

@Injectable()
export class SessionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Also forgets sessions that ended by themselves: there is nothing else to remind of them. */
  async insert(secretHash: Buffer, userId: string, manager?: EntityManager): Promise<void> {
    const target = manager ?? this.dataSource.manager;
    await target.query(`DELETE FROM terrace.session s WHERE NOT (${IS_ALIVE})`);
    await target.insert(SessionEntity, { secretHash, userId });
  }

  /** The active user of a living session, as of now; notes its use, at most once a minute. */
  async findUser(secretHash: Buffer): Promise<UserRecord | null> {
    const session = await this.dataSource.manager
      .createQueryBuilder(SessionEntity, 's')
      .innerJoinAndSelect('s.user', 'u')
      .where(`s.secret_hash = :secretHash AND u.is_active AND ${IS_ALIVE}`, { secretHash })
      .getOne();
    if (session === null) return null;
    if (Date.now() - session.lastUsedAt.getTime() > 60_000)
      await this.dataSource.query('UPDATE terrace.session SET last_used_at = now() WHERE secret_hash = $1', [
        secretHash,
      ]);
    return session.user;
  }

  async delete(secretHash: Buffer): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { secretHash });
  }

  async deleteOfUser(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(SessionEntity, { userId });
  }
}
