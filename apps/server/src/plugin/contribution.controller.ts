import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { ContributionService } from './contribution.service.js';
import { TemplateService } from './template.service.js';

/** What the plugins in use bring to the editor. */
@Controller()
export class ContributionController {
  constructor(
    private readonly contributions: ContributionService,
    private readonly templates: TemplateService,
  ) {}

  @Handles('listDimensions')
  listDimensions(@Input() { query }: EndpointInput<'listDimensions'>): EndpointOutput<'listDimensions'> {
    return { items: this.contributions.dimensions(query.subjectType) };
  }

  @Handles('listTemplates')
  listTemplates(): EndpointOutput<'listTemplates'> {
    return { items: this.templates.list() };
  }

  @Handles('listNodeKinds')
  listNodeKinds(): EndpointOutput<'listNodeKinds'> {
    return { items: this.contributions.nodeKinds() };
  }

  @Handles('listTierPresets')
  listTierPresets(): EndpointOutput<'listTierPresets'> {
    return { items: this.contributions.tiers() };
  }

  @Handles('listActionPresets')
  listActionPresets(): EndpointOutput<'listActionPresets'> {
    return { items: this.contributions.actions() };
  }
}
