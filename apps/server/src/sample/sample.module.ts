import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ModelModule } from '../model/model.module.js';
import { PluginModule } from '../plugin/plugin.module.js';
import { SampleController } from './sample.controller.js';
import { SampleLoader } from './sample-loader.js';
import { SampleModel } from './sample-model.js';
import { SampleRunner } from './sample.runner.js';
import { SampleService } from './sample.service.js';

@Module({
  imports: [CatalogModule, ModelModule, PluginModule],
  controllers: [SampleController],
  providers: [SampleLoader, SampleModel, SampleRunner, SampleService],
})
export class SampleModule {}
