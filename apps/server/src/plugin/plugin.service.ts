import { Injectable } from '@nestjs/common';
import type { DimensionEntry, Plugin } from '@terrace/client';
import { DataSource } from 'typeorm';
import { PluginRegistry, type PluginState } from './plugin-registry.service.js';
import { SampleLoadEntity } from '../sample/sample-load.entity.js';

/** What plugins bring, for lists. */
@Injectable()
export class PluginService {
  constructor(
    private readonly registry: PluginRegistry,
    private readonly dataSource: DataSource,
  ) {}

  async list(): Promise<Plugin[]> {
    const loads = await this.dataSource.manager.find(SampleLoadEntity, { where: { state: 'done' } });
    const loaded = new Set(loads.map(({ id }) => id));
    return this.registry.states.map((state) => entryOf(state, loaded));
  }

  /** Ready dimensions; an entry's id is `plugin.node`. */
  dimensions(subjectType?: string): DimensionEntry[] {
    return this.registry.enabled.flatMap(({ manifest }) =>
      manifest.contributes.dimensions
        .filter((dimension) => subjectType === undefined || dimension.subjectType === subjectType)
        .map((dimension) => ({
          id: `${manifest.id}.${dimension.node.id}`,
          owner: manifest.id,
          ...dimension,
        })),
    );
  }
}

function entryOf(state: PluginState, loaded: ReadonlySet<string>): Plugin {
  const manifest = state.isEnabled ? state.plugin.manifest : state.manifest;
  const id = manifest?.id ?? (state.isEnabled ? '' : state.id);
  const contributes = manifest?.contributes;
  const samples = state.isEnabled ? state.plugin.manifest.contributes.samples : [];
  return {
    id,
    version: manifest?.version ?? '',
    name: manifest?.name ?? { en: id, 'zh-CN': id },
    ...(manifest?.description === undefined ? {} : { description: manifest.description }),
    source: 'bundled',
    state: state.isEnabled ? 'enabled' : 'faulty',
    isEnabled: state.isEnabled,
    signature: { state: 'bundled', signer: null, fingerprint: null },
    hasCode: false,
    counts: {
      recordTypes: (contributes?.subjectTypes.length ?? 0) + (contributes?.eventTypes.length ?? 0),
      fields: 0,
      dimensions: contributes?.dimensions.length ?? 0,
      nodeKinds: 0,
      templates: contributes?.templates.length ?? 0,
      tiers: 0,
      actions: 0,
      reports: 0,
      samples: contributes?.samples.length ?? 0,
      testCases: 0,
    },
    problem: state.isEnabled ? null : state.problem,
    samples: samples.map((sample) => {
      const sampleId = `${id}.${sample.id}`;
      const { name, description } = sample;
      return {
        id: sampleId,
        name,
        ...(description === undefined ? {} : { description }),
        subjectType: sample.subjects.type,
        isLoaded: loaded.has(sampleId),
      };
    }),
  };
}
