import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { SubjectService } from './subject.service.js';

@Controller()
export class SubjectController {
  constructor(private readonly subjects: SubjectService) {}

  @Handles('listSubjects')
  async listSubjects(
    @Input() { params, query }: EndpointInput<'listSubjects'>,
  ): Promise<EndpointOutput<'listSubjects'>> {
    return pageOutput(await this.subjects.list(params.type, query.search ?? '', query), query);
  }

  @Handles('getSubject')
  getSubject(@Input() { params }: EndpointInput<'getSubject'>): Promise<EndpointOutput<'getSubject'>> {
    return this.subjects.get(params.type, params.key);
  }
}
