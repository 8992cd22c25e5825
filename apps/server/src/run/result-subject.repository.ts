import { Injectable } from '@nestjs/common';
import type { MatrixCell, RunSubject } from '@terrace/client';
import type { SubjectType } from '@terrace/model';
import { DataSource } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { containsPattern } from '../common/contains-pattern.js';
import { fieldColumn, runTable, subjectTable } from '../database/identifier.js';
import { tiersByRank } from './run-summary.js';
import type { StoredRun } from './run.repository.js';

/** Which subjects of a result are asked for. */
export interface SubjectFilter extends PageRequest {
  readonly tier?: string | undefined;
  /** `none`: had no tier. */
  readonly previousTier?: string | undefined;
  readonly moved: 'all' | 'moved' | 'upgrade' | 'downgrade';
  readonly search?: string | undefined;
}

type Move = Pick<RunSubject, 'key' | 'tier' | 'previousTier'>;

/** Subjects of results beside the tiers they had. */
@Injectable()
export class ResultSubjectRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** By key. Those who left are listed where moves or former tiers are asked for. */
  async list(run: StoredRun, type: SubjectType, filter: SubjectFilter): Promise<Page<Move>> {
    const parameters: unknown[] = [];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions: string[] = [];
    if (filter.tier !== undefined) conditions.push(`m.tier = ${bind(filter.tier)}`);
    if (filter.previousTier === 'none') conditions.push(`m.previous IS NULL`);
    else if (filter.previousTier !== undefined) conditions.push(`m.previous = ${bind(filter.previousTier)}`);
    if (filter.moved !== 'all') conditions.push('m.tier IS DISTINCT FROM m.previous');
    if (filter.moved === 'upgrade' || filter.moved === 'downgrade') {
      const ranks = bind(tiersByRank(run.computedDocument ?? run.document).map(({ id }) => id));
      const comparison = filter.moved === 'upgrade' ? '<' : '>';
      conditions.push(
        `array_position(${ranks}::text[], m.tier) ${comparison} array_position(${ranks}::text[], m.previous)`,
      );
    }
    if (filter.search !== undefined && filter.search !== '') {
      const pattern = bind(containsPattern(filter.search));
      const label =
        type.labelField === undefined
          ? ''
          : ` OR EXISTS (SELECT FROM ${subjectTable(type.id)} s WHERE s.key = m.key AND s.${fieldColumn(type.labelField)}::text ILIKE ${pattern})`;
      conditions.push(`(m.key ILIKE ${pattern}${label})`);
    }
    const hasLeavers = filter.moved !== 'all' || filter.previousTier !== undefined;
    const moves = movesSql(run, bind, hasLeavers);
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const known = totalOf(run, filter);
    const total = known ?? (await this.#count(`${moves} m ${where}`, parameters));
    const items = (await this.dataSource.query(
      `SELECT m.key, m.tier, m.previous AS "previousTier" FROM ${moves} m ${where}
       ORDER BY m.key LIMIT ${bind(filter.pageSize)} OFFSET ${bind(offsetOf(filter))}`,
      parameters,
    )) as Move[];
    return { items, total };
  }

  async #count(from: string, parameters: unknown[]): Promise<number> {
    const [row] = (await this.dataSource.query(`SELECT count(*)::integer AS total FROM ${from}`, [
      ...parameters,
    ])) as { total: number }[];
    return row?.total ?? 0;
  }
}

/** Rows `key`, `tier`, `previous`: what an applied run changed, or what another one would change now. */
function movesSql(run: StoredRun, bind: (value: unknown) => string, hasLeavers: boolean): string {
  const table = runTable(run.id);
  if (run.modelId === null) return `(SELECT key, tier, NULL::text AS previous FROM ${table})`;
  const model = bind(run.modelId);
  if (run.state === 'applied') {
    const made = `t.model_id = ${model}::uuid AND t.run_id = ${bind(run.id)}::bigint`;
    const stayed = `SELECT r.key, r.tier, CASE WHEN t.id IS NULL THEN r.tier ELSE t.from_tier END AS previous
      FROM ${table} r LEFT JOIN terrace.transition t ON t.subject_key = r.key AND ${made}`;
    const left = `SELECT t.subject_key, t.to_tier, t.from_tier FROM terrace.transition t WHERE ${made} AND t.to_tier IS NULL`;
    return hasLeavers ? `(${stayed} UNION ALL ${left})` : `(${stayed})`;
  }
  const stays = `SELECT r.key, r.tier, a.tier AS previous
    FROM ${table} r LEFT JOIN terrace.assignment a ON a.subject_key = r.key AND a.model_id = ${model}::uuid`;
  const leaves = `SELECT a.subject_key, NULL, a.tier FROM terrace.assignment a
    WHERE a.model_id = ${model}::uuid AND NOT EXISTS (SELECT FROM ${table} r WHERE r.key = a.subject_key)`;
  return hasLeavers ? `(${stays} UNION ALL ${leaves})` : `(${stays})`;
}

/** The number of subjects, read off the matrix; undefined where it does not tell: for a search, and when tiers changed since. */
function totalOf(run: StoredRun, filter: SubjectFilter): number | undefined {
  const isCurrent =
    run.state === 'applied' || run.modelId === null || run.baseRunId === run.modelAppliedRunId;
  if (!isCurrent || run.matrix === null || (filter.search !== undefined && filter.search !== ''))
    return undefined;
  const order = tiersByRank(run.computedDocument ?? run.document).map(({ id }) => id);
  return run.matrix
    .filter((cell) => isInFilter(cell, filter, order))
    .reduce((sum, { count }) => sum + count, 0);
}

function isInFilter({ from, to }: MatrixCell, filter: SubjectFilter, order: readonly string[]): boolean {
  if (filter.tier !== undefined && to !== filter.tier) return false;
  if (filter.previousTier !== undefined && (from ?? 'none') !== filter.previousTier) return false;
  if (filter.moved === 'all') return to !== null || filter.previousTier !== undefined;
  if (from === to) return false;
  if (filter.moved === 'moved') return true;
  const [before, after] = [order.indexOf(from ?? ''), order.indexOf(to ?? '')];
  if (before < 0 || after < 0) return false;
  return filter.moved === 'upgrade' ? after < before : after > before;
}
