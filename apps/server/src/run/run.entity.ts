import type { MatrixCell, Run, TierResult } from '@terrace/client';
import type { Issue, ModelDocument } from '@terrace/model';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ModelEntity } from '../model/model.entity.js';
import { storedDocument } from '../model/stored-document.js';

/** A run: what is computed, how far it is, and the summary of its result. The result itself is the table `data.run_<id>`. */
@Entity({ name: 'run', schema: 'terrace' })
@Index('run_model', ['modelId', 'id'])
export class RunEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'run_pkey',
  })
  id!: string;

  @Column({ name: 'model_id', type: 'uuid', nullable: true })
  modelId!: string | null;

  @Column({ type: 'integer', nullable: true })
  version!: number | null;

  /** As it was asked for: a date or an instant. */
  @Column({ name: 'as_of', type: 'text' })
  asOf!: string;

  /** The as-of day in the time zone, `yyyy-mm-dd`. */
  @Column({ name: 'as_of_day', type: 'date' })
  asOfDay!: string;

  /** The instant from which on events no longer count. */
  @Column({ type: 'timestamptz' })
  until!: Date;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ type: 'json', transformer: storedDocument })
  document!: ModelDocument;

  /** With the cut points of this run's population. */
  @Column({ name: 'computed_document', type: 'json', nullable: true, transformer: storedDocument })
  computedDocument!: ModelDocument | null;

  @Column({ type: 'text', default: 'queued' })
  state!: Run['state'];

  @Column({ type: 'text', nullable: true })
  step!: Run['step'];

  @Column({ type: 'real', default: 0 })
  progress!: number;

  /** Whether the table of the result is there. */
  @Column({ name: 'has_result', type: 'boolean', default: false })
  hasResult!: boolean;

  @Column({ name: 'subject_count', type: 'integer', nullable: true })
  subjectCount!: number | null;

  @Column({ name: 'moved_count', type: 'integer', nullable: true })
  movedCount!: number | null;

  @Column({ type: 'json', nullable: true })
  tiers!: TierResult[] | null;

  @Column({ type: 'json', nullable: true })
  matrix!: MatrixCell[] | null;

  /** The run whose result was applied when this one's summary was made; another one since makes it stale. */
  @Column({ name: 'base_run_id', type: 'bigint', nullable: true })
  baseRunId!: string | null;

  @Column({ type: 'json', nullable: true })
  error!: Issue | null;

  @Column({ type: 'json', default: () => `'[]'` })
  warnings!: Issue[];

  @Column({ name: 'step_ms', type: 'json', default: () => `'{}'` })
  stepMs!: Record<string, number>;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;

  @ManyToOne(() => ModelEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'model_id', foreignKeyConstraintName: 'run_model_exists' })
  model?: ModelEntity;
}
