import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { ApplyService } from './apply.service.js';
import { AssignmentService } from './assignment.service.js';
import { ExplanationService } from './explanation.service.js';

@Controller()
export class AssignmentController {
  constructor(
    private readonly assignments: AssignmentService,
    private readonly explanations: ExplanationService,
    private readonly applies: ApplyService,
  ) {}

  @Handles('applyRun')
  async apply(@Input() { params }: EndpointInput<'applyRun'>): Promise<EndpointOutput<'applyRun'>> {
    return this.applies.apply(params.id);
  }

  @Handles('getCurrentTiers')
  async tiers(
    @Input() { params }: EndpointInput<'getCurrentTiers'>,
  ): Promise<EndpointOutput<'getCurrentTiers'>> {
    return this.assignments.tiers(params.id);
  }

  @Handles('listAssignments')
  async list(
    @Input() { params, query }: EndpointInput<'listAssignments'>,
  ): Promise<EndpointOutput<'listAssignments'>> {
    return pageOutput(await this.assignments.list(params.id, query), query);
  }

  @Handles('listTransitions')
  async listTransitions(
    @Input() { params, query }: EndpointInput<'listTransitions'>,
  ): Promise<EndpointOutput<'listTransitions'>> {
    return pageOutput(await this.assignments.listTransitions(params.id, query), query);
  }

  @Handles('listSubjectTransitions')
  async listSubjectTransitions(
    @Input() { params, query }: EndpointInput<'listSubjectTransitions'>,
  ): Promise<EndpointOutput<'listSubjectTransitions'>> {
    return pageOutput(await this.assignments.listSubjectTransitions(params.type, params.key, query), query);
  }

  @Handles('explainSubject')
  async explain(
    @Input() { params, query }: EndpointInput<'explainSubject'>,
  ): Promise<EndpointOutput<'explainSubject'>> {
    return this.explanations.explain(params.type, params.key, query.modelId);
  }
}
