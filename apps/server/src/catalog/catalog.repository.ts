import { Injectable } from '@nestjs/common';
import type { Field } from '@terrace/model';
import { DataSource, type EntityManager } from 'typeorm';
import type { OwnedType } from './plan-types.js';
import { addFieldColumns, createRecordTable, dropFieldColumns, recordTable } from './record-table.js';
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
      await this.lock(manager);
      return change(manager);
    });
  }

  /** Keeps other changes of the catalog waiting until the transaction of `manager` ends. */
  async lock(manager: EntityManager): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [CATALOG_LOCK]);
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
    { kind, id, owner, definition, fieldOwners }: OwnedType,
  ): Promise<void> {
    await manager.insert(RecordTypeEntity, {
      kind,
      id,
      owner,
      definition: definition as object,
      fieldOwners,
    });
    await manager.query(createRecordTable(kind, id, definition.fields));
  }

  /** Stores a changed definition and adds the columns of `added`. */
  async update(
    manager: EntityManager,
    { kind, id, definition, fieldOwners }: OwnedType,
    added: readonly Field[],
  ): Promise<void> {
    await manager.update(RecordTypeEntity, { kind, id }, { definition: definition as object, fieldOwners });
    if (added.length > 0) await manager.query(addFieldColumns(kind, id, added));
  }

  /** Deletes a type with its records. */
  async drop(manager: EntityManager, { kind, id }: OwnedType): Promise<void> {
    await manager.delete(RecordTypeEntity, { kind, id });
    await manager.query(`DROP TABLE IF EXISTS ${recordTable(kind, id)}`);
  }

  /** Deletes fields of a type with their values. */
  async dropFields(manager: EntityManager, type: OwnedType, fields: readonly string[]): Promise<void> {
    const { kind, id, definition, fieldOwners } = type;
    const kept = definition.fields.filter((field) => !fields.includes(field.id));
    const owners = Object.fromEntries(
      Object.entries(fieldOwners).filter(([field]) => !fields.includes(field)),
    );
    await this.update(
      manager,
      { ...type, definition: { ...definition, fields: kept }, fieldOwners: owners },
      [],
    );
    await manager.query(dropFieldColumns(kind, id, fields));
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
