import { Module } from '@nestjs/common';
import { AssignmentModule } from '../assignment/assignment.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { SubjectController } from './subject.controller.js';
import { SubjectRepository } from './subject.repository.js';
import { SubjectService } from './subject.service.js';

@Module({
  imports: [AssignmentModule, CatalogModule],
  controllers: [SubjectController],
  providers: [SubjectRepository, SubjectService],
})
export class SubjectModule {}
