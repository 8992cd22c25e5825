import { Module } from '@nestjs/common';
import { PluginModule } from '../plugin/plugin.module.js';
import { RunModule } from '../run/run.module.js';
import { ReportController } from './report.controller.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';

@Module({
  imports: [PluginModule, RunModule],
  controllers: [ReportController],
  providers: [ReportRepository, ReportService],
})
export class ReportModule {}
