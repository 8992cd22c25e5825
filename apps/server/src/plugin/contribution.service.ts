import { Injectable } from '@nestjs/common';
import type { ActionPreset, DimensionEntry, NodeKindEntry, TierPreset } from '@terrace/client';
import { PluginRegistry } from './plugin-registry.service.js';

/** What the plugins in use bring to the editor's palette; each is known as `plugin.id`. */
@Injectable()
export class ContributionService {
  constructor(private readonly registry: PluginRegistry) {}

  dimensions(subjectType?: string): DimensionEntry[] {
    return this.registry.enabled.flatMap(({ manifest: { id: owner, contributes } }) =>
      contributes.dimensions
        .filter((dimension) => subjectType === undefined || dimension.subjectType === subjectType)
        .map((dimension) => ({ id: `${owner}.${dimension.node.id}`, owner, ...dimension })),
    );
  }

  nodeKinds(): NodeKindEntry[] {
    return this.registry.enabled.flatMap(({ manifest: { id: owner, version, contributes } }) =>
      contributes.nodeKinds.map(({ id, name, description, ...definition }) => ({
        id: `${owner}.${id}`,
        owner,
        version,
        name,
        ...(description === undefined ? {} : { description }),
        definition,
      })),
    );
  }

  tiers(): TierPreset[] {
    return this.registry.enabled.flatMap(({ manifest: { id: owner, contributes } }) =>
      contributes.tiers.map((node) => ({ id: `${owner}.${node.id}`, owner, node })),
    );
  }

  actions(): ActionPreset[] {
    return this.registry.enabled.flatMap(({ manifest: { id: owner, contributes } }) =>
      contributes.actions.map(({ id, name, description, on, action }) => ({
        id: `${owner}.${id}`,
        owner,
        name,
        ...(description === undefined ? {} : { description }),
        on,
        action,
      })),
    );
  }
}
