import type { ModelDocument } from '@terrace/model';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { storedDocument } from './stored-document.js';

/** A model with its draft. Documents are `json`, not `jsonb`: their text stays exactly as it was saved. */
@Entity({ name: 'model', schema: 'terrace' })
@Index('model_updated_at', ['updatedAt', 'id'])
export class ModelEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'model_pkey' })
  id!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ type: 'json', transformer: storedDocument })
  draft!: ModelDocument;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  /** The version, run and time of the last apply; null for a model that was never applied. */
  @Column({ name: 'applied_version', type: 'integer', nullable: true })
  appliedVersion!: number | null;

  @Column({ name: 'applied_run_id', type: 'bigint', nullable: true })
  appliedRunId!: string | null;

  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
