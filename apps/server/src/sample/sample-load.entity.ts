import type { Principal } from '../access/principal.js';
import type { LocalizedText } from '@terrace/model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far loading a plugin's sample is; at most one row per sample. */
@Entity('sample_load')
export class SampleLoadEntity {
  /** `plugin.sample`. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  state!: 'queued' | 'running' | 'done' | 'failed';

  /** 0 to 1. */
  @Column('real')
  progress!: number;

  @Column('jsonb', { nullable: true })
  error!: LocalizedText | null;

  /** The model made from the sample's template. */
  @Column('text', { name: 'model_id', nullable: true })
  modelId!: string | null;

  /** Who asked for it; becomes the author of the model. */
  @Column('jsonb')
  caller!: Principal;
}
