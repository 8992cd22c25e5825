import { Module, type DynamicModule } from '@nestjs/common';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { AccessModule } from './access/access.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { ActionModule } from './action/action.module.js';
import { AssignmentModule } from './assignment/assignment.module.js';
import { ModelModule } from './model/model.module.js';
import { RunModule } from './run/run.module.js';
import { ConfigModule } from './config/config.module.js';
import type { Config } from './config/config.js';
import { DatabaseModule } from './database/database.module.js';
import { ImportModule } from './import/import.module.js';
import { JobModule } from './job/job.module.js';
import { LifecycleModule } from './plugin/lifecycle/lifecycle.module.js';
import { ReportModule } from './report/report.module.js';
import { PluginModule } from './plugin/plugin.module.js';
import { SampleModule } from './sample/sample.module.js';
import { SubjectModule } from './subject/subject.module.js';
import { SystemModule } from './system/system.module.js';
import { WorkspaceModule } from './workspace/workspace.module.js';

/** The whole server. */
@Module({})
export class AppModule {
  static with(config: Config, dataSource: DataSource, pool: Pool): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(dataSource, pool),
        JobModule,
        AccessModule,
        CatalogModule,
        PluginModule,
        LifecycleModule,
        SampleModule,
        ImportModule,
        SubjectModule,
        ActionModule,
        AssignmentModule,
        ModelModule,
        RunModule,
        ReportModule,
        SystemModule,
        WorkspaceModule,
      ],
    };
  }
}
