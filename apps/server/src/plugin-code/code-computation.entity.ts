import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What values of `data.code_value` were computed by: one dimension of one build of a plugin's code, with one choice of parameters. A
 * new build or other parameters are another computation, so that old values never pass for new ones.
 */
@Entity({ name: 'code_computation', schema: 'terrace' })
export class CodeComputationEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'code_computation_pkey' })
  id!: string;

  /** `<plugin>.<dimension>`. */
  @Column('text')
  dimension!: string;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('timestamptz', { name: 'used_at', default: () => 'now()' })
  usedAt!: Date;
}
