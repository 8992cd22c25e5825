import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A packed plugin: staged until `expiresAt`, or that of an installed one. */
@Entity({ name: 'plugin_package', schema: 'terrace' })
export class PackageEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plugin_package_pkey' })
  sha256!: string;

  @Column('text', { name: 'plugin_id' })
  pluginId!: string;

  @Column('text')
  version!: string;

  /** Of the key it is signed by. */
  @Column('text', { nullable: true })
  fingerprint!: string | null;

  @Column('bytea', { select: false })
  bytes!: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Null for one that is installed. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
