import { Injectable } from '@nestjs/common';
import type { Model, ModelSummary, Version, VersionSummary } from '@terrace/client';
import type { LocalizedText, ModelDocument } from '@terrace/model';
import { isDeepStrictEqual } from 'node:util';
import type { Principal } from '../access/principal.js';
import { fault, Fault, notFound } from '../common/fault.js';
import type { Page, PageRequest } from '../common/page.js';
import { TemplateService } from '../plugin/template.service.js';
import { DocumentService } from './document.service.js';
import type { ModelVersionEntity } from './model-version.entity.js';
import { ModelRepository, type StoredModel } from './model.repository.js';

const what = { en: 'model', 'zh-CN': '分层模型' };

/** Models: drafts that are edited and versions that never change. */
@Injectable()
export class ModelService {
  constructor(
    private readonly repository: ModelRepository,
    private readonly documents: DocumentService,
    private readonly templates: TemplateService,
  ) {}

  async list(page: PageRequest): Promise<Page<ModelSummary>> {
    const { items, total } = await this.repository.list(page);
    return { items: items.map(summaryOf), total };
  }

  async createFromTemplate(
    template: string,
    parameters: Record<string, string | number> | undefined,
    name: LocalizedText | undefined,
    caller: Principal,
  ): Promise<Model> {
    const document = await this.templates.instantiate(template, parameters);
    return this.createFromDocument(name === undefined ? document : { ...document, name }, caller);
  }

  /** Makes a model with `document` as its draft; one with errors can be stored, not published. */
  async createFromDocument(document: ModelDocument, _caller: Principal): Promise<Model> {
    return this.get(await this.repository.create(document));
  }

  async get(id: string): Promise<Model> {
    const model = await this.stored(id);
    return { ...summaryOf(model), draft: model.draft, issues: await this.documents.check(model.draft) };
  }

  /** @throws Fault `NOT_FOUND` */
  async stored(id: string): Promise<StoredModel> {
    const model = await this.repository.find(id);
    if (model === undefined) throw notFound(what, id);
    return model;
  }

  async saveDraft(id: string, revision: number, document: ModelDocument): Promise<Model> {
    const model = await this.stored(id);
    if (model.revision !== revision) throw changedMeanwhile(model.revision);
    if (model.appliedRunId !== null && model.subjectType !== document.subjectType)
      throw fault(
        'CONFLICT',
        'SUBJECT_TYPE_FIXED',
        {
          en: `The tiers of this model are already in use for "${model.subjectType}"; make a new model for another subject type.`,
          'zh-CN': `该模型的层级已用于“${model.subjectType}”，如需其他对象类型，请新建模型。`,
        },
        ['body', 'document', 'subjectType'],
      );
    if (!isDeepStrictEqual(model.draft, JSON.parse(JSON.stringify(document)))) {
      const isSaved = await this.repository.replaceDraft(id, revision, document);
      if (!isSaved) throw changedMeanwhile((await this.stored(id)).revision);
    }
    return this.get(id);
  }

  /** Makes the draft the next version. @throws Fault with every error of the draft, or `REVISION_CONFLICT` */
  async publish(id: string, revision: number, note: string, caller: Principal): Promise<Version> {
    const model = await this.stored(id);
    if (model.revision !== revision) throw changedMeanwhile(model.revision);
    await this.documents.requireValid(model.draft);
    const number = await this.repository.publish(id, revision, note, caller.name);
    if (number === undefined) throw changedMeanwhile((await this.stored(id)).revision);
    return this.getVersion(id, number);
  }

  async listVersions(id: string, page: PageRequest): Promise<Page<VersionSummary>> {
    await this.stored(id);
    const { items, total } = await this.repository.listVersions(id, page);
    return { items: items.map(versionSummaryOf), total };
  }

  async getVersion(id: string, number: number): Promise<Version> {
    const version = await this.repository.findVersion(id, number);
    if (version === undefined)
      throw notFound({ en: 'version', 'zh-CN': '模型版本' }, `${id} / ${String(number)}`);
    return { ...versionSummaryOf(version), document: version.document };
  }

  async remove(id: string): Promise<void> {
    await this.stored(id);
    if (await this.repository.deleteNeverApplied(id)) return;
    throw fault('CONFLICT', 'MODEL_APPLIED', {
      en: 'This model was applied: current tiers and their history rest on it, so it cannot be deleted.',
      'zh-CN': '该模型已应用过，当前层级和历史记录都以它为依据，因此不能删除。',
    });
  }
}

/** What a list shows of a model. */
export function summaryOf(model: StoredModel): ModelSummary {
  return {
    id: model.id,
    name: model.draft.name,
    subjectType: model.subjectType,
    template: model.draft.template ?? null,
    revision: model.revision,
    publishedVersion: model.publishedVersion,
    hasUnpublishedChanges: model.hasUnpublishedChanges,
    appliedVersion: model.appliedVersion,
    updatedAt: model.updatedAt.toISOString(),
  };
}

function versionSummaryOf(version: ModelVersionEntity): VersionSummary {
  const { number, note, publishedAt, publishedBy } = version;
  return { number, note, publishedAt: publishedAt.toISOString(), publishedBy };
}

function changedMeanwhile(revision: number): Fault {
  return fault(
    'REVISION_CONFLICT',
    'REVISION_CONFLICT',
    {
      en: 'Someone else saved this model meanwhile. Load it again and repeat your change.',
      'zh-CN': '该模型已被其他人保存过。请重新加载后再修改。',
    },
    ['body', 'revision'],
    { revision },
  );
}
