import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ModelModule } from '../model/model.module.js';
import { PluginCodeModule } from '../plugin-code/plugin-code.module.js';
import { Calibrator } from './calibrator.js';
import { ResultExport } from './result-export.js';
import { ResultSubjectRepository } from './result-subject.repository.js';
import { ResultRepository } from './result.repository.js';
import { RunCleanup } from './run-cleanup.js';
import { RunComputation } from './run-computation.js';
import { RunResultService } from './run-result.service.js';
import { RunController } from './run.controller.js';
import { RunRepository } from './run.repository.js';
import { RunService } from './run.service.js';
import { Summarizer } from './summarizer.js';

@Module({
  imports: [CatalogModule, ModelModule, PluginCodeModule],
  controllers: [RunController],
  providers: [
    Calibrator,
    ResultExport,
    ResultRepository,
    ResultSubjectRepository,
    RunCleanup,
    RunComputation,
    RunRepository,
    RunResultService,
    RunService,
    Summarizer,
  ],
  exports: [ResultRepository, RunRepository, RunResultService, RunService],
})
export class RunModule {}
