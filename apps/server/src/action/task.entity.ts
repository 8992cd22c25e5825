import type { LocalizedText } from '@terrace/model';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Work for an owner about a subject, made once per transition and action node. */
@Entity({ name: 'task', schema: 'terrace' })
@Index('task_once', ['transitionId', 'nodeId'], { unique: true })
@Index('task_status', ['status', 'createdAt', 'id'])
@Index('task_subject', ['subjectKey'])
export class TaskEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'task_pkey' })
  id!: string;

  @Column({ name: 'transition_id', type: 'uuid' })
  transitionId!: string;

  @Column({ name: 'node_id', type: 'text' })
  nodeId!: string;

  @Column({ name: 'model_id', type: 'uuid' })
  modelId!: string;

  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;

  @Column({ name: 'subject_key', type: 'text' })
  subjectKey!: string;

  /** Texts are those of the version that set the task off. */
  @Column({ name: 'model_name', type: 'json' })
  modelName!: LocalizedText;

  @Column({ type: 'json' })
  title!: LocalizedText;

  @Column({ type: 'text' })
  owner!: string;

  @Column({ name: 'transition_kind', type: 'text' })
  transitionKind!: 'enter' | 'leave' | 'upgrade' | 'downgrade';

  @Column({ name: 'from_name', type: 'json', nullable: true })
  fromName!: LocalizedText | null;

  @Column({ name: 'to_name', type: 'json', nullable: true })
  toName!: LocalizedText | null;

  @Column({ type: 'text', default: 'open' })
  status!: 'open' | 'done';

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @Column({ name: 'done_by', type: 'text', nullable: true })
  doneBy!: string | null;
}
