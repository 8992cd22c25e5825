import { Injectable } from '@nestjs/common';
import type { MatrixCell, RunSubject, TierResult } from '@terrace/client';
import { compileDocument, type Language, type ModelDocument } from '@terrace/model';
import type { Readable } from 'node:stream';
import { CatalogService } from '../catalog/catalog.service.js';
import { fault, type Fault } from '../common/fault.js';
import type { Page } from '../common/page.js';
import { ResultExport } from './result-export.js';
import { ResultRepository } from './result.repository.js';
import { ResultSubjectRepository, type SubjectFilter } from './result-subject.repository.js';
import type { StoredRun } from './run.repository.js';
import { RunService } from './run.service.js';

/** What runs came to. */
@Injectable()
export class RunResultService {
  constructor(
    private readonly runs: RunService,
    private readonly results: ResultRepository,
    private readonly subjects: ResultSubjectRepository,
    private readonly csvExport: ResultExport,
    private readonly catalog: CatalogService,
  ) {}

  async tiers(id: string): Promise<{ total: number; items: TierResult[] }> {
    const { subjectCount, tiers } = await this.#finished(id);
    return { total: subjectCount ?? 0, items: tiers ?? [] };
  }

  async matrix(id: string): Promise<MatrixCell[]> {
    return (await this.#finished(id)).matrix ?? [];
  }

  /** As it was computed; before calibration as it was sent. */
  async document(id: string): Promise<ModelDocument> {
    const run = await this.runs.stored(id);
    return run.computedDocument ?? run.document;
  }

  async listSubjects(id: string, filter: SubjectFilter): Promise<Page<RunSubject>> {
    return this.reading(id, (run) => this.#subjectsOf(run, filter));
  }

  async #subjectsOf(run: StoredRun, filter: SubjectFilter): Promise<Page<RunSubject>> {
    const document = run.computedDocument ?? run.document;
    const type = await this.catalog.subjectType(document.subjectType);
    const { items, total } = await this.subjects.list(run, type, filter);
    const keys = items.map(({ key }) => key);
    const [rows, labels] = await Promise.all([
      this.results.rows(run.id, document, keys),
      this.results.labels(type, keys),
    ]);
    // Everything the reason rests on is in the result, so that writing it for a whole population is spared.
    const compiled = compileDocument(document, { generateCode: false });
    return {
      total,
      items: items.map((item) => {
        const row = rows.get(item.key);
        const why = row === undefined ? undefined : compiled.trace(row.values);
        return {
          ...item,
          label: labels.get(item.key) ?? null,
          reason: why?.reason ?? null,
          policy: why?.policy ?? null,
          values: row?.values ?? {},
        };
      }),
    };
  }

  async csv(id: string, language: Language): Promise<Readable> {
    const run = await this.#withResult(id);
    return this.csvExport.stream(id, run.computedDocument ?? run.document, language);
  }

  /**
   * Lets `read` read the table of a run's result.
   * @throws Fault `CONFLICT` when it is no longer kept, also when it goes before it has been read
   */
  async reading<T>(id: string, read: (run: StoredRun) => Promise<T>): Promise<T> {
    const run = await this.#withResult(id);
    try {
      return await read(run);
    } catch (error) {
      throw isTableGone(error) ? resultRemoved() : error;
    }
  }

  async #withResult(id: string): Promise<StoredRun> {
    const run = await this.#finished(id);
    if (run.hasResult) return run;
    throw resultRemoved();
  }

  async #finished(id: string): Promise<StoredRun> {
    const run = await this.runs.stored(id);
    if (run.tiers !== null && run.state !== 'dropped') return run;
    throw fault('CONFLICT', 'NO_RESULT', {
      en: 'This run has no result: it is still being computed, failed or was dropped.',
      'zh-CN': '该试算没有结果：仍在计算、已失败或已丢弃。',
    });
  }
}

const resultRemoved = (): Fault =>
  fault('CONFLICT', 'RESULT_REMOVED', {
    en: 'The list of subjects of this run is no longer kept; only its summary is. Start the run again to see them.',
    'zh-CN': '该试算的明细已清理，仅保留汇总。如需查看明细，请重新试算。',
  });

/** 42P01: undefined_table. */
function isTableGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '42P01';
}
