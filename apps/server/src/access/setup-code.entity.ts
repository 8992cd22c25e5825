import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** The one-time code with which the first administrator is made; at most one row. */
@Entity('setup_code')
@Check('setup_code_single', '"id"')
export class SetupCodeEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'setup_code_pkey' })
  id!: boolean;

  /** SHA-256 of the code. */
  @Column('bytea', { name: 'code_hash' })
  codeHash!: Buffer;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
