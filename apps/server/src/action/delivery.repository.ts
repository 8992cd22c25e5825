import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { DeliveryEntity } from './delivery.entity.js';
import type { Outcome } from './webhook-sender.js';

/** Longest reason that is kept, in characters. */
const MAX_ERROR_LENGTH = 500;

/** The log of webhook calls in the database. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens the log of a message, or finds what is in it from an earlier try. */
  async open(messageId: string, webhookId: string): Promise<DeliveryEntity> {
    const deliveries = this.dataSource.getRepository(DeliveryEntity);
    await deliveries.createQueryBuilder().insert().values({ messageId, webhookId }).orIgnore().execute();
    return deliveries.findOneByOrFail({ messageId });
  }

  /** Notes a call and what follows from it. */
  async note(messageId: string, { status, error }: Outcome, state: DeliveryEntity['state']): Promise<void> {
    await this.dataSource.query(
      `UPDATE terrace.delivery SET state = $2, attempts = attempts + 1, last_status = $3, last_error = $4,
         delivered_at = CASE WHEN $2 = 'delivered' THEN now() END
       WHERE message_id = $1`,
      [messageId, state, status, error?.slice(0, MAX_ERROR_LENGTH) ?? null],
    );
  }

  /** Gives a message up without a call. */
  async giveUp(messageId: string, reason: string): Promise<void> {
    await this.dataSource
      .getRepository(DeliveryEntity)
      .update({ messageId }, { state: 'failed', lastError: reason });
  }

  /** Newest first. */
  async list(webhookId: string, page: PageRequest): Promise<Page<DeliveryEntity>> {
    const [items, total] = await this.dataSource.getRepository(DeliveryEntity).findAndCount({
      where: { webhookId },
      order: { createdAt: 'DESC', messageId: 'DESC' },
      take: page.pageSize,
      skip: offsetOf(page),
    });
    return { items, total };
  }
}
