import { Injectable } from '@nestjs/common';
import type { Delivery, Webhook } from '@terrace/client';
import { randomBytes } from 'node:crypto';
import { notFound } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { DeliveryRepository } from './delivery.repository.js';
import type { WebhookEntity } from './webhook.entity.js';
import { WebhookRepository } from './webhook.repository.js';

/** Between 24 and 64 bytes, after the Standard Webhooks specification. */
const SECRET_BYTES = 32;

/** Where transitions are sent, and what became of the calls. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly repository: WebhookRepository,
    private readonly deliveries: DeliveryRepository,
  ) {}

  async list(page: PageRequest): Promise<Page<Webhook>> {
    const { items, total } = await this.repository.list(page);
    return { items: items.map(webhookView), total };
  }

  /** The secret is answered here and never again. */
  async create(name: string, url: string): Promise<Webhook & { secret: string }> {
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const id = await this.repository.create({ name, url, secret });
    return { ...webhookView(await this.#stored(id)), secret };
  }

  async update(
    id: string,
    {
      name,
      url,
      isEnabled,
    }: { name?: string | undefined; url?: string | undefined; isEnabled?: boolean | undefined },
  ): Promise<Webhook> {
    await this.#stored(id);
    await this.repository.update(id, {
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(isEnabled === undefined ? {} : { isEnabled }),
    });
    return webhookView(await this.#stored(id));
  }

  async remove(id: string): Promise<void> {
    await this.#stored(id);
    await this.repository.delete(id);
  }

  async listDeliveries(id: string, page: PageRequest): Promise<Page<Delivery>> {
    await this.#stored(id);
    const { items, total } = await this.deliveries.list(id, page);
    return {
      total,
      items: items.map(({ messageId, state, attempts, lastStatus, lastError, createdAt, deliveredAt }) => ({
        messageId,
        state,
        attempts,
        lastStatus,
        lastError,
        createdAt: createdAt.toISOString(),
        deliveredAt: deliveredAt?.toISOString() ?? null,
      })),
    };
  }

  async #stored(id: string): Promise<WebhookEntity> {
    const webhook = await this.repository.find(id);
    if (webhook === undefined) throw notFound({ en: 'webhook', 'zh-CN': 'Webhook' }, id);
    return webhook;
  }
}

function webhookView({ id, name, url, isEnabled, createdAt }: WebhookEntity): Webhook {
  return { id, name, url, isEnabled, createdAt: createdAt.toISOString() };
}
