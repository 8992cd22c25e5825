import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One change of an assignment; rows are never updated. All of one apply have the same `at`, the run's `applied_at`. */
@Entity({ name: 'transition', schema: 'terrace' })
@Index('transition_model', ['modelId', 'at', 'subjectKey'])
export class TransitionEntity {
  @PrimaryColumn({ name: 'subject_key', type: 'text', primaryKeyConstraintName: 'transition_pkey' })
  subjectKey!: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'transition_pkey' })
  id!: string;

  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  @Column({ type: 'text' })
  kind!: 'enter' | 'leave' | 'upgrade' | 'downgrade';

  @Column({ name: 'from_tier', type: 'text', nullable: true })
  fromTier!: string | null;

  @Column({ name: 'to_tier', type: 'text', nullable: true })
  toTier!: string | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** As the run was asked for: a date or an instant. */
  @Column({ name: 'as_of', type: 'text' })
  asOf!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'run_id', type: 'bigint' })
  runId!: string;
}
