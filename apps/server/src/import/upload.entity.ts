import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A stored file and what could be told from it. */
@Entity('upload')
export class UploadEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** `receiving` until every byte is stored and looked at; such an upload cannot be imported. */
  @Column('text')
  state!: 'receiving' | 'ready';

  /** Bytes as sent. */
  @Column('bigint', { name: 'byte_count', default: 0 })
  byteCount!: string;

  /** Null while it is received. */
  @Column('jsonb', { nullable: true })
  facts!: object | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}

/** A part of a stored file, as sent. */
@Entity('upload_chunk')
export class UploadChunkEntity {
  @PrimaryColumn('uuid', { name: 'upload_id' })
  uploadId!: string;

  /** From 0. */
  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('bytea')
  bytes!: Buffer;
}
