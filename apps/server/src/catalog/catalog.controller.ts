import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { CatalogService } from './catalog.service.js';

@Controller()
export class CatalogController {
  constructor(private readonly catalog: CatalogService) {}

  @Handles('listSubjectTypes')
  async listSubjectTypes(): Promise<EndpointOutput<'listSubjectTypes'>> {
    return { items: await this.catalog.listSubjectTypes() };
  }

  @Handles('createSubjectType')
  createSubjectType(
    @Input() { body }: EndpointInput<'createSubjectType'>,
  ): Promise<EndpointOutput<'createSubjectType'>> {
    return this.catalog.createSubjectType(body);
  }

  @Handles('addSubjectField')
  addSubjectField(
    @Input() { params, body }: EndpointInput<'addSubjectField'>,
  ): Promise<EndpointOutput<'addSubjectField'>> {
    return this.catalog.addSubjectField(params.id, body);
  }

  @Handles('listEventTypes')
  async listEventTypes(): Promise<EndpointOutput<'listEventTypes'>> {
    return { items: await this.catalog.listEventTypes() };
  }

  @Handles('createEventType')
  createEventType(
    @Input() { body }: EndpointInput<'createEventType'>,
  ): Promise<EndpointOutput<'createEventType'>> {
    return this.catalog.createEventType(body);
  }

  @Handles('addEventField')
  addEventField(
    @Input() { params, body }: EndpointInput<'addEventField'>,
  ): Promise<EndpointOutput<'addEventField'>> {
    return this.catalog.addEventField(params.id, body);
  }
}
