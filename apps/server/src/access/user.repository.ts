import { Injectable } from '@nestjs/common';
import type { Role } from '@terrace/client';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { nameKeyOf, UserEntity } from './user.entity.js';

/** A user as the other classes of this folder see it. */
export type UserRecord = Readonly<Omit<UserEntity, 'nameKey'>>;

/** PostgreSQL's `unique_violation`. */
const UNIQUE_VIOLATION = '23505';

@Injectable()
export class UserRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `change` while nobody else changes users: rules about all of them, such as the last administrator, hold. */
  async exclusively<T>(change: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('LOCK TABLE terrace.user_account IN SHARE ROW EXCLUSIVE MODE');
      return change(manager);
    });
  }

  async hasAny(manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return manager.exists(UserEntity);
  }

  async list(page: PageRequest): Promise<Page<UserRecord>> {
    const [items, total] = await this.dataSource.manager.findAndCount(UserEntity, {
      order: { nameKey: 'ASC' },
      skip: offsetOf(page),
      take: page.pageSize,
    });
    return { items, total };
  }

  async findById(manager: EntityManager, id: string): Promise<UserRecord | null> {
    return manager.findOneBy(UserEntity, { id });
  }

  async findByName(name: string): Promise<UserRecord | null> {
    return this.dataSource.manager.findOneBy(UserEntity, { nameKey: nameKeyOf(name) });
  }

  async countOtherActiveAdministrators(manager: EntityManager, id: string): Promise<number> {
    return manager
      .createQueryBuilder(UserEntity, 'u')
      .where(`u.role = 'administrator' AND u.is_active AND u.id <> :id`, { id })
      .getCount();
  }

  /** @returns null when the name is taken */
  async insert(
    manager: EntityManager | undefined,
    user: { name: string; role: Role; passwordHash: string },
  ): Promise<UserRecord | null> {
    const target = manager ?? this.dataSource.manager;
    try {
      return await target.save(target.create(UserEntity, { ...user, nameKey: nameKeyOf(user.name) }));
    } catch (error) {
      if (error instanceof QueryFailedError && error.driverError.code === UNIQUE_VIOLATION) return null;
      throw error;
    }
  }

  async update(
    manager: EntityManager,
    id: string,
    changes: { role?: Role; isActive?: boolean; passwordHash?: string },
  ): Promise<void> {
    await manager.update(UserEntity, { id }, changes);
  }
}
