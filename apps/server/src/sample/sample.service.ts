import { Injectable } from '@nestjs/common';
import type { Principal } from '../access/principal.js';
import { notFound } from '../common/fault.js';
import { PluginRegistry } from '../plugin/plugin-registry.service.js';
import type { SampleLoadEntity } from './sample-load.entity.js';
import { SampleRepository } from './sample.repository.js';

/** The sample data that plugins bring. */
@Injectable()
export class SampleService {
  constructor(
    private readonly repository: SampleRepository,
    private readonly plugins: PluginRegistry,
  ) {}

  /** Loads a sample in the background; loading it again changes nothing. @throws Fault `NOT_FOUND` */
  async load(id: string, caller: Principal): Promise<SampleLoadEntity> {
    this.#require(id);
    return this.repository.queue(id, caller);
  }

  /** @throws Fault `NOT_FOUND` */
  async progress(id: string): Promise<SampleLoadEntity | null> {
    this.#require(id);
    return this.repository.find(id);
  }

  #require(id: string): void {
    if (this.plugins.sample(id) === undefined) throw notFound({ en: 'sample', 'zh-CN': '示例数据' }, id);
  }
}
