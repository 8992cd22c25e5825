import type { Role } from '@terrace/client';
import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** An API token: how a program signs in. */
@Entity('api_token')
@Unique('api_token_secret_hash', ['secretHash'])
@Check('api_token_role', `"role" IN ('administrator', 'designer', 'viewer')`)
export class TokenEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'api_token_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  /** SHA-256 of the secret. */
  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** To the minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
