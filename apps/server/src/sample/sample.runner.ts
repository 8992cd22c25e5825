import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { JobRegistry, type JobContext } from '../job/job-registry.js';
import { PluginRegistry } from '../plugin/plugin-registry.service.js';
import { SampleLoader } from './sample-loader.js';
import { SampleModel } from './sample-model.js';
import { SAMPLE_JOB, SampleRepository } from './sample.repository.js';

/** Tries before an unexpected error ends the loading. */
const MAX_ATTEMPTS = 5;

/** Loads samples in the background: the records first, then the model made from the sample's template. */
@Injectable()
export class SampleRunner implements OnModuleInit {
  readonly #logger = new Logger(SampleRunner.name);

  constructor(
    private readonly registry: JobRegistry,
    private readonly repository: SampleRepository,
    private readonly plugins: PluginRegistry,
    private readonly loader: SampleLoader,
    private readonly model: SampleModel,
  ) {}

  onModuleInit(): void {
    this.registry.register(SAMPLE_JOB, async (payload, context) => {
      const { sampleId } = payload as { sampleId: string };
      await this.run(sampleId, context);
    });
  }

  async run(id: string, context: JobContext): Promise<void> {
    const load = await this.repository.find(id);
    if (load === null || load.state === 'done' || load.state === 'failed') return;
    const found = this.plugins.sample(id);
    if (found === undefined) {
      await this.repository.fail(id, notThere);
      return;
    }
    try {
      await this.loader.load(found.sample, context.signal, (progress) =>
        this.repository.noteProgress(id, progress),
      );
      await this.model.ensure(load, found);
      await this.repository.finish(id);
    } catch (error) {
      if (context.signal.aborted || context.attempt < MAX_ATTEMPTS) throw error;
      this.#logger.error(error);
      await this.repository.fail(id, failed);
    }
  }
}

const notThere = {
  en: 'The plugin that brings this sample is not enabled any more.',
  'zh-CN': '提供该示例数据的插件已不可用。',
};
const failed = {
  en: 'The sample could not be loaded; the server log has the details.',
  'zh-CN': '示例数据加载失败，详情见服务器日志。',
};
