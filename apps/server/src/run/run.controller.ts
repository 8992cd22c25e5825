import { Controller, StreamableFile } from '@nestjs/common';
import { Caller, type Principal } from '../access/principal.js';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { RunResultService } from './run-result.service.js';
import { RunService } from './run.service.js';

@Controller()
export class RunController {
  constructor(
    private readonly runs: RunService,
    private readonly results: RunResultService,
  ) {}

  @Handles('startRun')
  async start(
    @Input() { body }: EndpointInput<'startRun'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'startRun'>> {
    return this.runs.start(body, caller);
  }

  @Handles('listRuns')
  async list(@Input() { query }: EndpointInput<'listRuns'>): Promise<EndpointOutput<'listRuns'>> {
    return pageOutput(await this.runs.list(query.modelId, query), query);
  }

  @Handles('getRun')
  async get(@Input() { params }: EndpointInput<'getRun'>): Promise<EndpointOutput<'getRun'>> {
    return this.runs.get(params.id);
  }

  @Handles('getRunTiers')
  async tiers(@Input() { params }: EndpointInput<'getRunTiers'>): Promise<EndpointOutput<'getRunTiers'>> {
    return this.results.tiers(params.id);
  }

  @Handles('getRunMatrix')
  async matrix(@Input() { params }: EndpointInput<'getRunMatrix'>): Promise<EndpointOutput<'getRunMatrix'>> {
    return { cells: await this.results.matrix(params.id) };
  }

  @Handles('getRunDocument')
  async document(
    @Input() { params }: EndpointInput<'getRunDocument'>,
  ): Promise<EndpointOutput<'getRunDocument'>> {
    return this.results.document(params.id);
  }

  @Handles('listRunSubjects')
  async listSubjects(
    @Input() { params, query }: EndpointInput<'listRunSubjects'>,
  ): Promise<EndpointOutput<'listRunSubjects'>> {
    return pageOutput(await this.results.listSubjects(params.id, query), query);
  }

  @Handles('downloadRun')
  async download(@Input() { params, query }: EndpointInput<'downloadRun'>): Promise<StreamableFile> {
    return new StreamableFile(await this.results.csv(params.id, query.language), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="run-${params.id}.csv"`,
    });
  }

  @Handles('dropRun')
  async drop(@Input() { params }: EndpointInput<'dropRun'>): Promise<void> {
    await this.runs.drop(params.id);
  }
}
