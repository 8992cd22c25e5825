import { Injectable } from '@nestjs/common';
import type { EventType, Field, SubjectType } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import { addFieldColumns, createRecordTable, recordTable } from './record-table.js';
import { RecordTypeEntity, type RecordKind } from './record-type.entity.js';

/** Up to this many records are counted one by one; above it the planner's estimate serves, so that lists stay quick. */
const EXACT_COUNT_LIMIT = 100_000;

/** Any number that no other use of advisory locks in this database takes. */
const CATALOG_LOCK = 4_017_283_412;

/** What a list says about the records of a type. */
export interface RecordStatistics {
  readonly count: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Record types and the tables of their records. */
@Injectable()
export class CatalogRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `change` in a transaction; changes of the catalog in all processes happen one after the other. */
  change<T>(change: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [CATALOG_LOCK]);
      return change(manager);
    });
  }

  list(kind?: RecordKind, manager: EntityManager = this.dataSource.manager): Promise<RecordTypeEntity[]> {
    return manager.find(RecordTypeEntity, {
      where: kind === undefined ? {} : { kind },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  find(
    kind: RecordKind,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RecordTypeEntity | null> {
    return manager.findOneBy(RecordTypeEntity, { kind, id });
  }

  /** Stores a new type and makes its table. */
  async create(
    manager: EntityManager,
    kind: RecordKind,
    owner: string,
    definition: SubjectType | EventType,
  ): Promise<void> {
    await manager.insert(RecordTypeEntity, {
      kind,
      id: definition.id,
      owner,
      definition: definition as object,
    });
    await manager.query(createRecordTable(kind, definition.id, definition.fields));
  }

  /** Stores a changed definition and adds the columns of `added`. */
  async update(
    manager: EntityManager,
    kind: RecordKind,
    definition: SubjectType | EventType,
    added: readonly Field[],
  ): Promise<void> {
    await manager.update(RecordTypeEntity, { kind, id: definition.id }, { definition: definition as object });
    if (added.length > 0) await manager.query(addFieldColumns(kind, definition.id, added));
  }

  async statistics(entity: RecordTypeEntity): Promise<RecordStatistics> {
    const table = recordTable(entity.kind, entity.id);
    const range = entity.kind === 'event' ? ', min(occurred_at) AS first, max(occurred_at) AS last' : '';
    const column = entity.kind === 'event' ? 'occurred_at' : '1';
    const [row] = await this.dataSource.query<{ count: string; first?: Date | null; last?: Date | null }[]>(
      `SELECT count(*)${range} FROM (SELECT ${column} FROM ${table} LIMIT ${EXACT_COUNT_LIMIT + 1}) AS counted`,
    );
    const count = Number(row?.count ?? 0);
    if (count <= EXACT_COUNT_LIMIT) {
      return { count, firstAt: row?.first ?? null, lastAt: row?.last ?? null };
    }
    const [estimate] = await this.dataSource.query<{ reltuples: number }[]>(
      'SELECT reltuples FROM pg_class WHERE oid = $1::regclass',
      [table],
    );
    return {
      count: Math.max(count, Math.round(estimate?.reltuples ?? 0)),
      firstAt: entity.firstAt,
      lastAt: entity.lastAt,
    };
  }
}
