import { Injectable } from '@nestjs/common';
import type { EventTypeEntry, SubjectTypeEntry } from '@terrace/client';
import type { EventType, Field, RecordTypes, SubjectType } from '@terrace/model';
import { fault, Fault, notFound } from '../common/fault.js';
import { kindName, typeTaken } from './catalog-fault.js';
import { CatalogRepository } from './catalog.repository.js';
import type { RecordKind, RecordTypeEntity } from './record-type.entity.js';
import { checkDefinition, checkField } from './check-definition.js';

/** Owner of types that were made by hand. */
export const WORKSPACE = 'workspace';

/** The subject and event types, and the typed tables made from them. */
@Injectable()
export class CatalogService {
  constructor(private readonly repository: CatalogRepository) {}

  /** Every record type, as documents are checked against. */
  async recordTypes(): Promise<RecordTypes> {
    const entities = await this.repository.list();
    return {
      subjectTypes: entities.filter(({ kind }) => kind === 'subject').map(subjectDefinition),
      eventTypes: entities.filter(({ kind }) => kind === 'event').map(eventDefinition),
    };
  }

  /** @throws Fault `NOT_FOUND` */
  async subjectType(id: string): Promise<SubjectType> {
    return subjectDefinition(await this.#entity('subject', id));
  }

  /** @throws Fault `NOT_FOUND` */
  async eventType(id: string): Promise<EventType> {
    return eventDefinition(await this.#entity('event', id));
  }

  /** The event types of a subject type. */
  async eventTypesOf(subjectType: string): Promise<EventType[]> {
    const { eventTypes } = await this.recordTypes();
    return eventTypes.filter((type) => type.subjectType === subjectType);
  }

  async listSubjectTypes(): Promise<SubjectTypeEntry[]> {
    const entities = await this.repository.list('subject');
    return Promise.all(entities.map((entity) => this.#subjectEntry(entity)));
  }

  async listEventTypes(): Promise<EventTypeEntry[]> {
    const entities = await this.repository.list('event');
    return Promise.all(entities.map((entity) => this.#eventEntry(entity)));
  }

  async createSubjectType(definition: SubjectType): Promise<SubjectTypeEntry> {
    await this.#create('subject', definition);
    return this.#subjectEntry(await this.#entity('subject', definition.id));
  }

  async createEventType(definition: EventType): Promise<EventTypeEntry> {
    await this.#create('event', definition);
    return this.#eventEntry(await this.#entity('event', definition.id));
  }

  async addSubjectField(id: string, field: Field): Promise<SubjectTypeEntry> {
    await this.#addField('subject', id, field);
    return this.#subjectEntry(await this.#entity('subject', id));
  }

  async addEventField(id: string, field: Field): Promise<EventTypeEntry> {
    await this.#addField('event', id, field);
    return this.#eventEntry(await this.#entity('event', id));
  }

  async #create(kind: RecordKind, definition: SubjectType | EventType): Promise<void> {
    const issues = checkDefinition(kind, definition);
    if (issues.length > 0) throw new Fault('INVALID_REQUEST', issues);
    await this.repository.change(async (manager) => {
      if ('subjectType' in definition) {
        const subject = await this.repository.find('subject', definition.subjectType, manager);
        if (subject === null) throw notFound(kindName.subject, definition.subjectType);
      }
      const stored = await this.repository.find(kind, definition.id, manager);
      if (stored !== null) throw typeTaken(kind, definition.id, stored.owner, WORKSPACE);
      await this.repository.create(manager, {
        kind,
        id: definition.id,
        owner: WORKSPACE,
        definition,
        fieldOwners: {},
      });
    });
  }

  async #addField(kind: RecordKind, id: string, field: Field): Promise<void> {
    const issues = checkField(kind, field, ['body']);
    if (issues.length > 0) throw new Fault('INVALID_REQUEST', issues);
    await this.repository.change(async (manager) => {
      const stored = await this.repository.find(kind, id, manager);
      if (stored === null) throw notFound(kindName[kind], id);
      if (stored.definition.fields.some((other) => other.id === field.id)) {
        throw fault(
          'CONFLICT',
          'FIELD_EXISTS',
          {
            en: `"${id}" has a field "${field.id}" already; choose another id.`,
            'zh-CN': `“${id}”已有字段“${field.id}”，请换一个标识。`,
          },
          ['body', 'id'],
        );
      }
      const definition = { ...stored.definition, fields: [...stored.definition.fields, field] };
      await this.repository.update(manager, { ...stored, definition }, [field]);
    });
  }

  async #entity(kind: RecordKind, id: string): Promise<RecordTypeEntity> {
    const entity = await this.repository.find(kind, id);
    if (entity === null) throw notFound(kindName[kind], id);
    return entity;
  }

  async #subjectEntry(entity: RecordTypeEntity): Promise<SubjectTypeEntry> {
    const { count } = await this.repository.statistics(entity);
    return { ...subjectDefinition(entity), owner: entity.owner, recordCount: count };
  }

  async #eventEntry(entity: RecordTypeEntity): Promise<EventTypeEntry> {
    const { count, firstAt, lastAt } = await this.repository.statistics(entity);
    return {
      ...eventDefinition(entity),
      owner: entity.owner,
      recordCount: count,
      firstAt: firstAt?.toISOString() ?? null,
      lastAt: lastAt?.toISOString() ?? null,
    };
  }
}

// The kind of a row says which definition it holds: rows are written by this service alone.
const subjectDefinition = ({ definition }: RecordTypeEntity): SubjectType => definition as SubjectType;
const eventDefinition = ({ definition }: RecordTypeEntity): EventType => definition as EventType;
