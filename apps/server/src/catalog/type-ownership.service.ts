import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { Fault } from '../common/fault.js';
import { CatalogRepository } from './catalog.repository.js';
import { planTypes, type BroughtTypes, type OwnedType } from './plan-types.js';
import type { RecordTypeEntity } from './record-type.entity.js';

/** What one owner has in the catalog. */
export interface Holding {
  readonly types: readonly RecordTypeEntity[];
  /** Types of others with the fields that the owner added to them. */
  readonly added: readonly { readonly type: RecordTypeEntity; readonly fields: readonly string[] }[];
}

/** Who brings which record types and fields. */
@Injectable()
export class TypeOwnership {
  constructor(private readonly repository: CatalogRepository) {}

  /**
   * Makes sure, in the transaction of `manager`, that the types `owner` brings exist with all their fields; what is stored and no
   * longer brought stays.
   * @throws Fault `CONFLICT` when a type or field belongs to someone else or a field has another type already
   */
  async ensure(manager: EntityManager, owner: string, brought: BroughtTypes): Promise<void> {
    await this.repository.lock(manager);
    const { plans, issues } = planTypes(owner, brought, await this.repository.list(undefined, manager));
    if (issues.length > 0) throw new Fault('CONFLICT', issues);
    for (const { type, before, added } of plans) {
      if (before === undefined) await this.repository.create(manager, type);
      else if (!isSame(type, before)) await this.repository.update(manager, type, added);
    }
  }

  async holdingOf(owner: string, manager?: EntityManager): Promise<Holding> {
    return holdingIn(owner, await this.repository.list(undefined, manager));
  }

  /** Types and fields of others that rest on the types of `owner`: they have to go before those can. */
  async restingOn(owner: string, manager?: EntityManager): Promise<RecordTypeEntity[]> {
    const all = await this.repository.list(undefined, manager);
    const subjects = new Set(
      all.filter((type) => type.owner === owner && type.kind === 'subject').map(({ id }) => id),
    );
    return all.filter(
      ({ owner: holder, definition, fieldOwners }) =>
        (holder !== owner && 'subjectType' in definition && subjects.has(definition.subjectType)) ||
        (holder === owner && Object.values(fieldOwners).some((other) => other !== owner)),
    );
  }

  /** Deletes the types of `owner` with their records, and the fields it added to others with their values. */
  async purge(manager: EntityManager, owner: string): Promise<void> {
    await this.repository.lock(manager);
    const { types, added } = holdingIn(owner, await this.repository.list(undefined, manager));
    for (const { type, fields } of added) await this.repository.dropFields(manager, type, fields);
    for (const type of types) await this.repository.drop(manager, type);
  }
}

function holdingIn(owner: string, all: readonly RecordTypeEntity[]): Holding {
  return {
    types: all.filter((type) => type.owner === owner),
    added: all.flatMap((type) => {
      const fields = Object.entries(type.fieldOwners).flatMap(([id, holder]) =>
        holder === owner ? [id] : [],
      );
      return fields.length === 0 ? [] : [{ type, fields }];
    }),
  };
}

/** Compared as stored: JSON knows no undefined. */
function isSame(type: OwnedType, before: OwnedType): boolean {
  const stored = ({ definition, fieldOwners }: OwnedType): unknown =>
    JSON.parse(JSON.stringify({ definition, fieldOwners }));
  return isDeepStrictEqual(stored(type), stored(before));
}
