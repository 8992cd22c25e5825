import type { ImportTarget, Mapping, ReadOptions } from '@terrace/client';
import type { Issue, LocalizedText } from '@terrace/model';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

export type ImportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** An import and its progress. */
@Entity('import')
export class ImportEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'upload_id' })
  uploadId!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('jsonb')
  target!: ImportTarget;

  /** Of the file, for the list of bad rows: the file itself is not kept for ever. */
  @Column('jsonb')
  headers!: readonly string[];

  @Column('jsonb')
  mapping!: Mapping;

  @Column('jsonb')
  options!: ReadOptions;

  @Column('text')
  state!: ImportState;

  /** 0 to 1. */
  @Column('real', { default: 0 })
  progress!: number;

  @Column('bigint', { name: 'row_count', default: 0 })
  rowCount!: string;

  @Column('bigint', { name: 'added_count', default: 0 })
  addedCount!: string;

  @Column('bigint', { name: 'updated_count', default: 0 })
  updatedCount!: string;

  @Column('bigint', { name: 'unchanged_count', default: 0 })
  unchangedCount!: string;

  @Column('bigint', { name: 'bad_count', default: 0 })
  badCount!: string;

  @Column('jsonb', { nullable: true })
  error!: Issue | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** A row of a file that an import set aside. */
@Entity('bad_row')
export class BadRowEntity {
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId!: string;

  /** Line of the file the row begins on; the header is line 1. */
  @PrimaryColumn('bigint')
  line!: string;

  @Column('text', { name: 'column_name', nullable: true })
  columnName!: string | null;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text')
  code!: string;

  @Column('jsonb')
  reason!: LocalizedText;

  /** The row as it stood in the file. */
  @Column('jsonb')
  cells!: string[];
}
