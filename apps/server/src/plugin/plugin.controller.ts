import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { PluginService } from './plugin.service.js';
import { TemplateService } from './template.service.js';

@Controller()
export class PluginController {
  constructor(
    private readonly plugins: PluginService,
    private readonly templates: TemplateService,
  ) {}

  @Handles('listPlugins')
  async listPlugins(): Promise<EndpointOutput<'listPlugins'>> {
    return { items: await this.plugins.list() };
  }

  @Handles('listDimensions')
  listDimensions(@Input() { query }: EndpointInput<'listDimensions'>): EndpointOutput<'listDimensions'> {
    return { items: this.plugins.dimensions(query.subjectType) };
  }

  @Handles('listTemplates')
  listTemplates(): EndpointOutput<'listTemplates'> {
    return { items: this.templates.list() };
  }
}
