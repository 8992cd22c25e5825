import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One message to a webhook with what became of it; it outlives its webhook. */
@Entity({ name: 'delivery', schema: 'terrace' })
@Index('delivery_webhook', ['webhookId', 'createdAt', 'messageId'])
export class DeliveryEntity {
  /** `msg_<transition>_<node>`: the receiver's idempotency key. */
  @PrimaryColumn({ name: 'message_id', type: 'text', primaryKeyConstraintName: 'delivery_pkey' })
  messageId!: string;

  /** As the action names it; text, because a model may name a webhook that is not there. */
  @Column({ name: 'webhook_id', type: 'text' })
  webhookId!: string;

  @Column({ type: 'text', default: 'pending' })
  state!: 'pending' | 'delivered' | 'failed';

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'last_status', type: 'integer', nullable: true })
  lastStatus!: number | null;

  @Column({ name: 'last_error', type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'delivered_at', type: 'timestamptz', nullable: true })
  deliveredAt!: Date | null;
}
