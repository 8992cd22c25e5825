import type { Language } from '@terrace/model';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Settings of the whole installation; the migration makes its only row. */
@Entity('workspace')
@Check('workspace_single', '"id"')
export class WorkspaceEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'workspace_pkey' })
  id!: boolean;

  /** UTC at first, so that results do not depend on the machine that computes them. */
  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone!: string;

  @Column('text', { default: 'CNY' })
  currency!: string;

  @Column('text', { name: 'default_language', default: 'zh-CN' })
  defaultLanguage!: Language;
}
