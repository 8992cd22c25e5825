import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { ReportService } from './report.service.js';

@Controller()
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Handles('listRunReports')
  async list(
    @Input() { params }: EndpointInput<'listRunReports'>,
  ): Promise<EndpointOutput<'listRunReports'>> {
    return { items: await this.reports.list(params.id) };
  }
}
