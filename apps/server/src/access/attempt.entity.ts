import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one user name or one address, in the present period. */
@Entity('sign_in_attempt')
export class AttemptEntity {
  /** SHA-256 of what is counted: the table tells nobody who tried. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  bucket!: Buffer;

  @Column('integer')
  count!: number;

  @Column('timestamptz', { name: 'began_at', default: () => 'now()' })
  beganAt!: Date;
}
