import { Injectable } from '@nestjs/common';
import type { Model } from '@terrace/client';
import type { LoadedPlugin, Sample } from '@terrace/plugin-sdk';
import { Fault } from '../common/fault.js';
import { ModelService } from '../model/model.service.js';
import { TemplateService } from '../plugin/template.service.js';
import type { SampleLoadEntity } from './sample-load.entity.js';
import { SampleRepository } from './sample.repository.js';

/** Makes the published model that comes with a sample. */
@Injectable()
export class SampleModel {
  constructor(
    private readonly repository: SampleRepository,
    private readonly models: ModelService,
    private readonly templates: TemplateService,
  ) {}

  /** Makes the model unless it is there; one that was changed since stays as it is. */
  async ensure(
    load: SampleLoadEntity,
    { plugin, sample }: { readonly plugin: LoadedPlugin; readonly sample: Sample },
  ): Promise<void> {
    if (sample.template === undefined) return;
    let model = await this.#existing(load.modelId);
    if (model === undefined) {
      const document = await this.templates.instantiate(`${plugin.manifest.id}/${sample.template}`);
      model = await this.models.createFromDocument(document, load.caller);
      await this.repository.noteModel(load.id, model.id);
    }
    if (model.publishedVersion === null) await this.models.publish(model.id, model.revision, '', load.caller);
  }

  async #existing(id: string | null): Promise<Model | undefined> {
    if (id === null) return undefined;
    try {
      return await this.models.get(id);
    } catch (error) {
      // Someone deleted it.
      if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }
}
