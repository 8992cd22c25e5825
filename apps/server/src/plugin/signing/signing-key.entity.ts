import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public key whose signatures are believed. */
@Entity({ name: 'signing_key', schema: 'terrace' })
export class SigningKeyEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_key_pkey' })
  fingerprint!: string;

  @Column('text')
  name!: string;

  /** PEM. */
  @Column('text', { name: 'public_key' })
  publicKey!: string;

  @Column('timestamptz', { name: 'added_at', default: () => 'now()' })
  addedAt!: Date;

  @Column('text', { name: 'added_by' })
  addedBy!: string;
}
