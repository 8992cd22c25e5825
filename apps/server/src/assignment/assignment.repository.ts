import { Injectable } from '@nestjs/common';
import type { SubjectType } from '@terrace/model';
import { DataSource } from 'typeorm';
import { containsPattern } from '../common/contains-pattern.js';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { fieldColumn, subjectTable } from '../database/identifier.js';
import type { AssignmentEntity } from './assignment.entity.js';
import type { TransitionEntity } from './transition.entity.js';

/** Which current tiers are asked for. */
export interface AssignmentFilter extends PageRequest {
  readonly tier?: string | undefined;
  readonly search?: string | undefined;
}

/** Which changes are asked for. */
export interface TransitionFilter extends PageRequest {
  readonly kind?: TransitionEntity['kind'] | undefined;
  readonly runId?: string | undefined;
}

const assignmentColumns = `a.subject_key AS "subjectKey", a.model_id AS "modelId", a.tier, a.since, a.run_id AS "runId"`;
const transitionColumns = `t.subject_key AS "subjectKey", t.id, t.model_id AS "modelId", t.kind, t.from_tier AS "fromTier",
  t.to_tier AS "toTier", t.at, t.as_of AS "asOf", t.version, t.run_id AS "runId"`;

/** Current tiers and their changes in the database. */
@Injectable()
export class AssignmentRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The subject's tiers in all models of its type. */
  async ofSubject(type: string, key: string): Promise<AssignmentEntity[]> {
    return this.dataSource.query(
      `SELECT ${assignmentColumns} FROM terrace.assignment a JOIN terrace.model m ON m.id = a.model_id
       WHERE a.subject_key = $1 AND m.subject_type = $2 ORDER BY m.created_at, m.id`,
      [key, type],
    );
  }

  async find(modelId: string, key: string): Promise<AssignmentEntity | undefined> {
    const rows = (await this.dataSource.query(
      `SELECT ${assignmentColumns} FROM terrace.assignment a WHERE a.subject_key = $1 AND a.model_id = $2`,
      [key, modelId],
    )) as AssignmentEntity[];
    return rows[0];
  }

  async list(modelId: string, type: SubjectType, filter: AssignmentFilter): Promise<Page<AssignmentEntity>> {
    const parameters: unknown[] = [modelId];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = ['a.model_id = $1'];
    if (filter.tier !== undefined) conditions.push(`a.tier = ${bind(filter.tier)}`);
    if (filter.search !== undefined && filter.search !== '') {
      const pattern = bind(containsPattern(filter.search));
      const label =
        type.labelField === undefined
          ? ''
          : ` OR EXISTS (SELECT FROM ${subjectTable(type.id)} s WHERE s.key = a.subject_key AND s.${fieldColumn(type.labelField)}::text ILIKE ${pattern})`;
      conditions.push(`(a.subject_key ILIKE ${pattern}${label})`);
    }
    const from = `terrace.assignment a WHERE ${conditions.join(' AND ')}`;
    return this.#page(assignmentColumns, from, 'a.subject_key', parameters, filter);
  }

  async findTransition(key: string, id: string): Promise<TransitionEntity | undefined> {
    const rows = (await this.dataSource.query(
      `SELECT ${transitionColumns} FROM terrace.transition t WHERE t.subject_key = $1 AND t.id = $2`,
      [key, id],
    )) as TransitionEntity[];
    return rows[0];
  }

  /** Newest first. */
  async listTransitions(modelId: string, filter: TransitionFilter): Promise<Page<TransitionEntity>> {
    const parameters: unknown[] = [modelId];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = ['t.model_id = $1'];
    if (filter.kind !== undefined) conditions.push(`t.kind = ${bind(filter.kind)}`);
    if (filter.runId !== undefined) {
      if (!/^\d{1,18}$/.test(filter.runId)) return { items: [], total: 0 };
      const run = bind(filter.runId);
      // All changes of a run bear its time, which is in the index.
      conditions.push(
        `t.run_id = ${run}::bigint AND t.at = (SELECT applied_at FROM terrace.run WHERE id = ${run}::bigint)`,
      );
    }
    const from = `terrace.transition t WHERE ${conditions.join(' AND ')}`;
    return this.#page(transitionColumns, from, 't.at DESC, t.subject_key DESC', parameters, filter);
  }

  /** Newest first, of all models of the type. */
  async listSubjectTransitions(
    type: string,
    key: string,
    page: PageRequest,
  ): Promise<Page<TransitionEntity>> {
    const from = `terrace.transition t JOIN terrace.model m ON m.id = t.model_id
      WHERE t.subject_key = $1 AND m.subject_type = $2`;
    return this.#page(transitionColumns, from, 't.at DESC, t.id', [key, type], page);
  }

  async #page<T>(
    columns: string,
    from: string,
    order: string,
    parameters: readonly unknown[],
    page: PageRequest,
  ): Promise<Page<T>> {
    const [counted, items] = (await Promise.all([
      this.dataSource.query(`SELECT count(*)::integer AS total FROM ${from}`, [...parameters]),
      this.dataSource.query(
        `SELECT ${columns} FROM ${from} ORDER BY ${order}
         LIMIT $${parameters.length + 1} OFFSET $${parameters.length + 2}`,
        [...parameters, page.pageSize, offsetOf(page)],
      ),
    ])) as [{ total: number }[], T[]];
    return { items, total: counted[0]?.total ?? 0 };
  }
}
