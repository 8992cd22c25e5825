import { Injectable } from '@nestjs/common';
import type { Role, Token } from '@terrace/client';
import { notFound } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { hashSecret, makeSecret } from './secret.js';
import type { TokenEntity } from './token.entity.js';
import { TokenRepository } from './token.repository.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The API tokens. */
@Injectable()
export class TokenService {
  constructor(private readonly tokens: TokenRepository) {}

  async list(page: PageRequest): Promise<Page<Token>> {
    const { items, total } = await this.tokens.list(page);
    return { items: items.map(toToken), total };
  }

  /** @returns with the secret, which is stored nowhere */
  async create(
    name: string,
    role: Role,
    expiresInDays: number | undefined,
  ): Promise<Token & { secret: string }> {
    const secret = makeSecret('terrace_');
    const expiresAt = expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * DAY_MS);
    const token = await this.tokens.insert({ name, role, secretHash: hashSecret(secret), expiresAt });
    return { ...toToken(token), secret };
  }

  async delete(id: string): Promise<void> {
    if (!isUuid(id) || !(await this.tokens.delete(id)))
      throw notFound({ en: 'API token', 'zh-CN': 'API 令牌' }, id);
  }
}

function toToken({ id, name, role, createdAt, lastUsedAt, expiresAt }: TokenEntity): Token {
  return {
    id,
    name,
    role,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
