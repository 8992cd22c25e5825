import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A subject's tier in a model now. Version, values and reason are those of the model's applied run, whose result is
 * kept as long as it is the applied one; so a subject that stays in its tier costs no write.
 */
@Entity({ name: 'assignment', schema: 'terrace' })
@Index('assignment_model_tier', ['modelId', 'tier', 'subjectKey'])
export class AssignmentEntity {
  @PrimaryColumn({ name: 'subject_key', type: 'text', primaryKeyConstraintName: 'assignment_pkey' })
  subjectKey!: string;

  @PrimaryColumn({ name: 'model_id', type: 'uuid', primaryKeyConstraintName: 'assignment_pkey' })
  modelId!: string;

  @Column({ type: 'text' })
  tier!: string;

  @Column({ type: 'timestamptz' })
  since!: Date;

  /** The run that brought the subject into this tier. */
  @Column({ name: 'run_id', type: 'bigint' })
  runId!: string;

  /** The as-of day of the first run since when it does not qualify for its tier; null while it does. */
  @Column({ name: 'failing_since', type: 'date', nullable: true })
  failingSince!: string | null;

  /** The as-of day on which its present validity period began; null where that is the day the tier began. */
  @Column({ name: 'valid_since', type: 'date', nullable: true })
  validSince!: string | null;
}
