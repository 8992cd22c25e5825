import type { EventType, SubjectType } from '@terrace/model';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Whether a record type describes subjects or events. */
export type RecordKind = 'subject' | 'event';

/** A subject or event type; its records are in a table of schema `data`. */
@Entity('record_type')
export class RecordTypeEntity {
  @PrimaryColumn('text')
  kind!: RecordKind;

  @PrimaryColumn('text')
  id!: string;

  /** The plugin that brings it, or `workspace`. */
  @Column('text')
  owner!: string;

  @Column('jsonb')
  definition!: SubjectType | EventType;

  /** The plugins that added fields to a type that is not theirs, by field id. */
  @Column('jsonb', { name: 'field_owners', default: {} })
  fieldOwners!: Readonly<Record<string, string>>;

  /** For event types, the first and last instant of the stored events, kept by imports; null when unknown. */
  @Column('timestamptz', { name: 'first_at', nullable: true })
  firstAt!: Date | null;

  @Column('timestamptz', { name: 'last_at', nullable: true })
  lastAt!: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
