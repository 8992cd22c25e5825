import { Injectable } from '@nestjs/common';
import type { EventType, Field, SubjectType } from '@terrace/model';
import { DataSource } from 'typeorm';
import { offsetOf, type Page, type PageRequest } from '../common/page.js';
import { eventTable, fieldColumn, subjectTable } from '../database/identifier.js';
import { instantText } from '../database/instant-text.js';

/** A value as the contract shows it: decimals, days and instants as text. */
export type ShownValue = string | boolean | null;

/** A subject in a list. */
export interface SubjectEntry {
  readonly key: string;
  readonly label: string | null;
}

/** A stored event. */
export interface StoredEvent {
  readonly id: string;
  readonly at: string;
  readonly fields: Record<string, ShownValue>;
}

/** Lists count up to here; beyond, the number says no more than "many" and counting would take long. */
const COUNT_LIMIT = 100_000;

/** Subjects and events of the typed tables, read. */
@Injectable()
export class SubjectRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Subjects by key; those whose key or label begins with `search` come before those that only contain it. */
  async list(type: SubjectType, search: string, page: PageRequest): Promise<Page<SubjectEntry>> {
    const table = subjectTable(type.id);
    const label = type.labelField === undefined ? 'NULL::text' : `${fieldColumn(type.labelField)}::text`;
    if (search === '') {
      const items = await this.dataSource.query<SubjectEntry[]>(
        `SELECT key, ${label} AS label FROM ${table} ORDER BY key LIMIT $1 OFFSET $2`,
        [page.pageSize, offsetOf(page)],
      );
      return { items, total: await this.#count(`SELECT FROM ${table}`, [], table) };
    }
    const literal = search.replace(/[\\%_]/g, '\\$&');
    const found = `FROM (SELECT key, ${label} AS label FROM ${table}) s WHERE key ILIKE $1 OR label ILIKE $1`;
    const items = await this.dataSource.query<SubjectEntry[]>(
      `SELECT key, label ${found}
       ORDER BY key = $3 DESC, (key ILIKE $2 OR coalesce(label ILIKE $2, false)) DESC, key LIMIT $4 OFFSET $5`,
      [`%${literal}%`, `${literal}%`, search, page.pageSize, offsetOf(page)],
    );
    return { items, total: await this.#count(`SELECT ${found}`, [`%${literal}%`]) };
  }

  /** @returns undefined when there is no such subject */
  async find(
    type: SubjectType,
    key: string,
  ): Promise<{ label: string | null; fields: Record<string, ShownValue> } | undefined> {
    const label = type.labelField === undefined ? 'NULL' : `${fieldColumn(type.labelField)}::text`;
    const rows = await this.dataSource.query<Record<string, ShownValue>[]>(
      `SELECT ${[`${label} AS label`, ...shownColumns(type.fields)].join(', ')}
       FROM ${subjectTable(type.id)} WHERE key = $1`,
      [key],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    return { label: (row['label'] ?? null) as string | null, fields: fieldsOf(type.fields, row) };
  }

  /** The newest events of a subject and how many there are. */
  async events(
    type: EventType,
    key: string,
    limit: number,
  ): Promise<{ count: number; newest: StoredEvent[] }> {
    const table = eventTable(type.id);
    const rows = await this.dataSource.query<(Record<string, ShownValue> & { id: string; at: string })[]>(
      `SELECT ${['event_id AS id', `${instantText('occurred_at')} AS at`, ...shownColumns(type.fields)].join(', ')}
       FROM ${table} WHERE subject_key = $1 ORDER BY occurred_at DESC, event_id LIMIT $2`,
      [key, limit],
    );
    const [counted] = await this.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM ${table} WHERE subject_key = $1`,
      [key],
    );
    return {
      count: Number(counted?.count ?? 0),
      newest: rows.map((row) => ({ id: row.id, at: row.at, fields: fieldsOf(type.fields, row) })),
    };
  }

  async #count(query: string, parameters: readonly unknown[], table?: string): Promise<number> {
    const [row] = await this.dataSource.query<{ count: string }[]>(
      `SELECT count(*) FROM (${query} LIMIT ${COUNT_LIMIT}) AS counted`,
      [...parameters],
    );
    const count = Number(row?.count ?? 0);
    if (count < COUNT_LIMIT || table === undefined) return count;
    const [estimate] = await this.dataSource.query<{ reltuples: number }[]>(
      'SELECT reltuples FROM pg_class WHERE oid = $1::regclass',
      [table],
    );
    return Math.max(count, Math.round(estimate?.reltuples ?? 0));
  }
}

function shownColumns(fields: readonly Field[]): string[] {
  return fields.map(({ id, type }) => {
    const column = fieldColumn(id);
    switch (type) {
      case 'number':
        return `${column}::text AS ${column}`;
      case 'date':
        return `to_char(${column}, 'YYYY-MM-DD') AS ${column}`;
      case 'instant':
        return `${instantText(column)} AS ${column}`;
      case 'boolean':
      case 'text':
      case 'enumeration':
        return column;
    }
  });
}

function fieldsOf(fields: readonly Field[], row: Record<string, ShownValue>): Record<string, ShownValue> {
  return Object.fromEntries(fields.map(({ id }) => [id, row[`f_${id}`] ?? null]));
}
