import { Injectable } from '@nestjs/common';
import type { BadRow, Import, ImportTarget, Mapping, MappingGuess, ReadOptions } from '@terrace/client';
import { CatalogService } from '../catalog/catalog.service.js';
import { Fault, fault, notFound } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { WorkspaceService } from '../workspace/workspace.service.js';
import { BadRowRepository } from './bad-row.repository.js';
import { guessMapping } from './guess-mapping.js';
import type { ImportEntity } from './import.entity.js';
import { ImportRepository } from './import.repository.js';
import { readDefinition } from './read-definition.js';
import { planRows, type RowPlan } from './read/row-plan.js';
import { tryRows, type TrialResult } from './trial.js';
import { UploadService, type OpenFile } from './upload.service.js';

/** How a stored file is to be read. */
export interface ImportRequest {
  readonly target: ImportTarget;
  readonly mapping: Mapping;
  readonly options?: ReadOptions | undefined;
}

/** Imports: guess, trial, start, progress. */
@Injectable()
export class ImportService {
  constructor(
    private readonly uploads: UploadService,
    private readonly imports: ImportRepository,
    private readonly badRows: BadRowRepository,
    private readonly catalog: CatalogService,
    private readonly workspace: WorkspaceService,
  ) {}

  async guess(uploadId: string, target: ImportTarget): Promise<MappingGuess> {
    const { facts } = await this.uploads.find(uploadId);
    return guessMapping(await readDefinition(this.catalog, target), facts.headers);
  }

  async try(uploadId: string, request: ImportRequest, rows: number): Promise<TrialResult> {
    const { file, plan } = await this.#plan(uploadId, request);
    return tryRows(file.source, file.format, plan, rows);
  }

  async start(uploadId: string, request: ImportRequest): Promise<Import> {
    const { file } = await this.#plan(uploadId, request);
    const { target, mapping, options = {} } = request;
    const { headers, upload } = file;
    const stored = { uploadId, fileName: upload.fileName, headers, target, mapping, options };
    return importOf(await this.imports.create(stored));
  }

  async list(page: PageRequest): Promise<Page<Import>> {
    const { items, total } = await this.imports.list(page);
    return { items: items.map(importOf), total };
  }

  async get(id: string): Promise<Import> {
    return importOf(await this.find(id));
  }

  /** @throws Fault `CONFLICT` when it is over already */
  async cancel(id: string): Promise<Import> {
    await this.find(id);
    if (await this.imports.cancel(id)) return this.get(id);
    const stored = await this.get(id);
    if (stored.state === 'cancelled') return stored;
    throw fault('CONFLICT', 'IMPORT_OVER', {
      en: 'The import is over already and cannot be stopped.',
      'zh-CN': '导入已结束，无法取消。',
    });
  }

  async listBadRows(id: string, page: PageRequest): Promise<Page<BadRow>> {
    await this.find(id);
    return this.badRows.list(id, page);
  }

  /** @throws Fault `NOT_FOUND` */
  async find(id: string): Promise<ImportEntity> {
    const stored = await this.imports.find(id);
    if (stored === null) throw notFound({ en: 'import', 'zh-CN': '导入' }, id);
    return stored;
  }

  async #plan(
    uploadId: string,
    { target, mapping, options = {} }: ImportRequest,
  ): Promise<{ file: OpenFile; plan: RowPlan }> {
    const upload = await this.uploads.find(uploadId);
    const definition = await readDefinition(this.catalog, target);
    const file = await this.uploads.open(upload, options);
    const { timeZone } = await this.workspace.get();
    const planned = planRows({ definition, mapping, headers: file.headers, options, timeZone });
    if ('issues' in planned) throw new Fault('INVALID_REQUEST', planned.issues);
    return { file, plan: planned.plan };
  }
}

/** The contract's view of an import. */
function importOf(stored: ImportEntity): Import {
  const { id, uploadId, fileName, target, mapping, state, progress, error } = stored;
  return {
    id,
    uploadId,
    fileName,
    target,
    mapping,
    state,
    progress,
    error,
    counts: {
      rows: Number(stored.rowCount),
      added: Number(stored.addedCount),
      updated: Number(stored.updatedCount),
      unchanged: Number(stored.unchangedCount),
      bad: Number(stored.badCount),
    },
    createdAt: stored.createdAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
  };
}
