import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ModelModule } from '../model/model.module.js';
import { RunModule } from '../run/run.module.js';
import { AppliedResults } from './applied-result.js';
import { ApplyService } from './apply.service.js';
import { AssignmentController } from './assignment.controller.js';
import { AssignmentRepository } from './assignment.repository.js';
import { AssignmentService } from './assignment.service.js';
import { ExplanationService } from './explanation.service.js';

@Module({
  imports: [CatalogModule, ModelModule, RunModule],
  controllers: [AssignmentController],
  providers: [AppliedResults, ApplyService, AssignmentRepository, AssignmentService, ExplanationService],
  exports: [AssignmentRepository, AssignmentService],
})
export class AssignmentModule {}
