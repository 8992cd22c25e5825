import type { Role } from '@terrace/client';
import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A person who can sign in. */
@Entity('user_account')
@Unique('user_account_name_key', ['nameKey'])
@Check('user_account_role', `"role" IN ('administrator', 'designer', 'viewer')`)
export class UserEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'user_account_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** The name without case and width, so that no two users look alike; see `nameKeyOf`. */
  @Column('text', { name: 'name_key' })
  nameKey!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean', { name: 'is_active', default: true })
  isActive!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}

/** Names that differ only in case or width name the same user. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
