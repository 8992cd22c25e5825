import { Injectable } from '@nestjs/common';
import type { Role } from '@terrace/client';
import { DataSource } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { TokenEntity } from './token.entity.js';

@Injectable()
export class TokenRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(page: PageRequest): Promise<Page<TokenEntity>> {
    const [items, total] = await this.dataSource.manager.findAndCount(TokenEntity, {
      order: { createdAt: 'DESC', id: 'ASC' },
      skip: offsetOf(page),
      take: page.pageSize,
    });
    return { items, total };
  }

  async insert(token: {
    name: string;
    role: Role;
    secretHash: Buffer;
    expiresAt: Date | null;
  }): Promise<TokenEntity> {
    const { manager } = this.dataSource;
    return manager.save(manager.create(TokenEntity, { ...token, lastUsedAt: null }));
  }

  /** The token that still holds; notes its use, at most once a minute. */
  async findValid(secretHash: Buffer): Promise<TokenEntity | null> {
    const token = await this.dataSource.manager
      .createQueryBuilder(TokenEntity, 't')
      .where('t.secret_hash = :secretHash AND (t.expires_at IS NULL OR t.expires_at > now())', { secretHash })
      .getOne();
    if (token !== null && Date.now() - (token.lastUsedAt?.getTime() ?? 0) > 60_000)
      await this.dataSource.query('UPDATE terrace.api_token SET last_used_at = now() WHERE id = $1', [
        token.id,
      ]);
    return token;
  }

  /** @returns whether there was one */
  async delete(id: string): Promise<boolean> {
    const { affected } = await this.dataSource.manager.delete(TokenEntity, { id });
    return affected === 1;
  }
}
