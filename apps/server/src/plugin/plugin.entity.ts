import type { LocalizedText } from '@terrace/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a plugin came from, as in the contract. */
export type PluginOrigin = 'bundled' | 'folder' | 'package' | 'registry';

/** What an administrator, or the watch over its code, decided. Whether it can be used besides is found out by reading it. */
export type StoredState = 'enabled' | 'disabled' | 'quarantined' | 'available';

/** A plugin that was installed once, or came with the program. */
@Entity({ name: 'plugin', schema: 'terrace' })
export class PluginEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plugin_pkey' })
  id!: string;

  @Column('text')
  version!: string;

  @Column('text')
  source!: PluginOrigin;

  /** The absolute path of one that is read from a folder of the server. */
  @Column('text', { nullable: true })
  folder!: string | null;

  /** SHA-256 of the package it was installed from. */
  @Column('text', { nullable: true })
  package!: string | null;

  /** Name below the plugin folder of one that came with the program, also after an upgrade from a package. */
  @Column('text', { name: 'bundled_folder', nullable: true })
  bundledFolder!: string | null;

  @Column('text')
  state!: StoredState;

  /** Why it is quarantined. */
  @Column('jsonb', { nullable: true })
  reason!: LocalizedText | null;

  /** The revision of all plugins at its last change. */
  @Column('bigint')
  revision!: string;

  @Column('timestamptz', { name: 'installed_at', default: () => 'now()' })
  installedAt!: Date;
}

/** A version that was installed. */
@Entity({ name: 'plugin_version', schema: 'terrace' })
export class PluginVersionEntity {
  @PrimaryColumn({ name: 'plugin_id', type: 'text', primaryKeyConstraintName: 'plugin_version_pkey' })
  pluginId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'plugin_version_pkey' })
  version!: string;

  @Column('text')
  source!: PluginOrigin;

  /** Of the key it was signed by. */
  @Column('text', { nullable: true })
  fingerprint!: string | null;

  @Column('timestamptz', { name: 'installed_at', default: () => 'now()' })
  installedAt!: Date;
}

/** Counts the changes of plugins; a process that has seen fewer looks again. */
@Entity({ name: 'plugin_revision', schema: 'terrace' })
export class PluginRevisionEntity {
  @PrimaryColumn({ type: 'integer', default: 1, primaryKeyConstraintName: 'plugin_revision_pkey' })
  id!: number;

  @Column('bigint')
  revision!: string;
}
