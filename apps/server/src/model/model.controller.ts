import { Controller } from '@nestjs/common';
import { Caller, type Principal } from '../access/principal.js';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { TemplateService } from '../plugin/template.service.js';
import { DocumentService } from './document.service.js';
import { ModelService } from './model.service.js';

@Controller()
export class ModelController {
  constructor(
    private readonly models: ModelService,
    private readonly documents: DocumentService,
    private readonly templates: TemplateService,
  ) {}

  @Handles('listModels')
  async list(@Input() { query }: EndpointInput<'listModels'>): Promise<EndpointOutput<'listModels'>> {
    return pageOutput(await this.models.list(query), query);
  }

  @Handles('createModel')
  async create(
    @Input() { body }: EndpointInput<'createModel'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'createModel'>> {
    if ('document' in body) return this.models.createFromDocument(body.document, caller);
    return this.models.createFromTemplate(body.template, body.parameters, body.name, caller);
  }

  @Handles('getModel')
  async get(@Input() { params }: EndpointInput<'getModel'>): Promise<EndpointOutput<'getModel'>> {
    return this.models.get(params.id);
  }

  @Handles('saveDraft')
  async saveDraft(
    @Input() { params, body }: EndpointInput<'saveDraft'>,
  ): Promise<EndpointOutput<'saveDraft'>> {
    return this.models.saveDraft(params.id, body.revision, body.document);
  }

  @Handles('deleteModel')
  async remove(@Input() { params }: EndpointInput<'deleteModel'>): Promise<void> {
    await this.models.remove(params.id);
  }

  @Handles('publish')
  async publish(
    @Input() { params, body }: EndpointInput<'publish'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'publish'>> {
    return this.models.publish(params.id, body.revision, body.note, caller);
  }

  @Handles('listVersions')
  async listVersions(
    @Input() { params, query }: EndpointInput<'listVersions'>,
  ): Promise<EndpointOutput<'listVersions'>> {
    return pageOutput(await this.models.listVersions(params.id, query), query);
  }

  @Handles('getVersion')
  async getVersion(@Input() { params }: EndpointInput<'getVersion'>): Promise<EndpointOutput<'getVersion'>> {
    return this.models.getVersion(params.id, params.number);
  }

  @Handles('instantiateTemplate')
  async instantiate(
    @Input() { body }: EndpointInput<'instantiateTemplate'>,
  ): Promise<EndpointOutput<'instantiateTemplate'>> {
    return this.templates.instantiate(body.template, body.parameters);
  }

  @Handles('checkDocument')
  async check(@Input() { body }: EndpointInput<'checkDocument'>): Promise<EndpointOutput<'checkDocument'>> {
    return { issues: await this.documents.check(body) };
  }

  @Handles('exportJsonLogic')
  async toJsonLogic(
    @Input() { body }: EndpointInput<'exportJsonLogic'>,
  ): Promise<EndpointOutput<'exportJsonLogic'>> {
    return { logic: await this.documents.toJsonLogic(body) };
  }
}
