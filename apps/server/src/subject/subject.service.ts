import { Injectable } from '@nestjs/common';
import type { Subject } from '@terrace/client';
import { AssignmentService } from '../assignment/assignment.service.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { notFound } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { SubjectRepository, type SubjectEntry } from './subject.repository.js';

/** Events shown on a subject's page. */
const NEWEST_EVENTS = 50;

/** Subjects with their fields, events and tiers. */
@Injectable()
export class SubjectService {
  constructor(
    private readonly repository: SubjectRepository,
    private readonly catalog: CatalogService,
    private readonly assignments: AssignmentService,
  ) {}

  async list(type: string, search: string, page: PageRequest): Promise<Page<SubjectEntry>> {
    const subjectType = await this.catalog.subjectType(type);
    // No stored text holds a NUL, and the database takes none.
    if (search.includes('\0')) return { items: [], total: 0 };
    return this.repository.list(subjectType, search.trim(), page);
  }

  /** @throws Fault `NOT_FOUND` */
  async get(type: string, key: string): Promise<Subject> {
    const subjectType = await this.catalog.subjectType(type);
    const stored = key.includes('\0') ? undefined : await this.repository.find(subjectType, key);
    if (stored === undefined) throw notFound({ en: 'subject', 'zh-CN': '对象' }, key);
    const eventTypes = await this.catalog.eventTypesOf(type);
    const [assignments, ...perType] = await Promise.all([
      this.assignments.ofSubject(type, key),
      ...eventTypes.map(async (event) => ({
        id: event.id,
        ...(await this.repository.events(event, key, NEWEST_EVENTS)),
      })),
    ]);
    const events = perType.flatMap(({ id: event, newest }) =>
      newest.map((found) => ({ type: event, ...found })),
    );
    events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return {
      type,
      key,
      ...stored,
      assignments,
      events: events.slice(0, NEWEST_EVENTS),
      eventCounts: Object.fromEntries(perType.map(({ id, count }) => [id, count])),
    };
  }
}
