import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { isUuid } from '../common/uuid.js';
import { WebhookEntity } from './webhook.entity.js';

type Changes = Partial<Pick<WebhookEntity, 'name' | 'url' | 'isEnabled'>>;

/** Webhooks in the database; their secret is read only where a call is signed. */
@Injectable()
export class WebhookRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(page: PageRequest): Promise<Page<WebhookEntity>> {
    const [items, total] = await this.#webhooks.findAndCount({
      order: { createdAt: 'DESC', id: 'DESC' },
      take: page.pageSize,
      skip: offsetOf(page),
    });
    return { items, total };
  }

  async find(id: string): Promise<WebhookEntity | undefined> {
    if (!isUuid(id)) return undefined;
    return (await this.#webhooks.findOneBy({ id })) ?? undefined;
  }

  async findWithSecret(id: string): Promise<WebhookEntity | undefined> {
    if (!isUuid(id)) return undefined;
    const query = this.#webhooks.createQueryBuilder('webhook').addSelect('webhook.secret');
    return (await query.where('webhook.id = :id', { id }).getOne()) ?? undefined;
  }

  async create(webhook: Pick<WebhookEntity, 'name' | 'url' | 'secret'>): Promise<string> {
    return (await this.#webhooks.save({ ...webhook })).id;
  }

  async update(id: string, changes: Changes): Promise<void> {
    if (Object.keys(changes).length > 0) await this.#webhooks.update({ id }, changes);
  }

  async delete(id: string): Promise<void> {
    await this.#webhooks.delete({ id });
  }

  get #webhooks() {
    return this.dataSource.getRepository(WebhookEntity);
  }
}
