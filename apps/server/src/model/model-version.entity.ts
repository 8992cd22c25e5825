import type { ModelDocument } from '@terrace/model';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ModelEntity } from './model.entity.js';
import { storedDocument } from './stored-document.js';

/** A published version; rows are never updated. */
@Entity({ name: 'model_version', schema: 'terrace' })
export class ModelVersionEntity {
  @PrimaryColumn({ name: 'model_id', type: 'uuid', primaryKeyConstraintName: 'model_version_pkey' })
  modelId!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'model_version_pkey' })
  number!: number;

  @Column({ type: 'json', transformer: storedDocument })
  document!: ModelDocument;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'published_at', type: 'timestamptz', default: () => 'now()' })
  publishedAt!: Date;

  @Column({ name: 'published_by', type: 'text' })
  publishedBy!: string;

  @ManyToOne(() => ModelEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id', foreignKeyConstraintName: 'model_version_model' })
  model?: ModelEntity;
}
