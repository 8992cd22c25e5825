import { Injectable } from '@nestjs/common';
import type { Run } from '@terrace/client';
import type { ModelDocument } from '@terrace/model';
import type { Principal } from '../access/principal.js';
import { fault, notFound } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { DocumentService } from '../model/document.service.js';
import { ModelService } from '../model/model.service.js';
import { WorkspaceService } from '../workspace/workspace.service.js';
import { parseAsOf } from './as-of.js';
import { RunRepository, type StoredRun } from './run.repository.js';
import { runView } from './run-view.js';

/** What is to be computed: a published version, a draft, or a document sent along. */
export type RunRequest =
  | { readonly modelId: string; readonly version: number; readonly asOf?: string | undefined }
  | { readonly modelId: string; readonly draft: true; readonly asOf?: string | undefined }
  | {
      readonly document: ModelDocument;
      readonly modelId?: string | undefined;
      readonly asOf?: string | undefined;
    };

/** Runs: starting, watching and dropping them. */
@Injectable()
export class RunService {
  constructor(
    private readonly repository: RunRepository,
    private readonly models: ModelService,
    private readonly documents: DocumentService,
    private readonly workspace: WorkspaceService,
  ) {}

  /** Queues a run. @throws Fault with every error of the document */
  async start(request: RunRequest, caller: Principal): Promise<Run> {
    const asOf = request.asOf === undefined ? undefined : parseAsOf(request.asOf);
    const document = await this.#documentOf(request);
    await this.documents.requireValid(document);
    const { timeZone } = await this.workspace.get();
    const id = await this.repository.create({
      modelId: request.modelId ?? null,
      version: 'version' in request ? request.version : null,
      asOf,
      timeZone,
      document,
      createdBy: caller.name,
    });
    return this.get(id);
  }

  async #documentOf(request: RunRequest): Promise<ModelDocument> {
    if ('version' in request)
      return (await this.models.getVersion(request.modelId, request.version)).document;
    if ('draft' in request) return (await this.models.stored(request.modelId)).draft;
    if (request.modelId !== undefined) {
      const { subjectType } = await this.models.stored(request.modelId);
      if (subjectType !== request.document.subjectType)
        throw fault(
          'INVALID_REQUEST',
          'OTHER_SUBJECT_TYPE',
          {
            en: `The document tiers "${request.document.subjectType}", the model "${subjectType}"; they cannot be compared.`,
            'zh-CN': `文档的对象类型是“${request.document.subjectType}”，模型的是“${subjectType}”，无法比较。`,
          },
          ['body', 'document', 'subjectType'],
        );
    }
    return request.document;
  }

  async list(modelId: string | undefined, page: PageRequest): Promise<Page<Run>> {
    const { items, total } = await this.repository.list(modelId, page);
    return { items: items.map(runView), total };
  }

  async get(id: string): Promise<Run> {
    return runView(await this.stored(id));
  }

  /** @throws Fault `NOT_FOUND` */
  async stored(id: string): Promise<StoredRun> {
    const run = await this.repository.find(id);
    if (run === undefined) throw notFound({ en: 'run', 'zh-CN': '试算' }, id);
    return run;
  }

  async drop(id: string): Promise<void> {
    const run = await this.stored(id);
    if (run.state === 'dropped') return;
    if (run.state !== 'applied' && (await this.repository.drop(id))) return;
    throw fault('CONFLICT', 'RUN_APPLIED', {
      en: 'This run was applied; it is part of the history and cannot be dropped.',
      'zh-CN': '该试算已应用，属于历史记录，不能丢弃。',
    });
  }
}
