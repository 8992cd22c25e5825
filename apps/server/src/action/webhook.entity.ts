import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Where transitions are sent. The secret is stored as it is, because every call is signed with it; it is answered once. */
@Entity({ name: 'webhook', schema: 'terrace' })
export class WebhookEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'webhook_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'text', select: false })
  secret!: string;

  @Column({ name: 'is_enabled', type: 'boolean', default: true })
  isEnabled!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
