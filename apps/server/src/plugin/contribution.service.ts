import { Injectable } from '@nestjs/common';
import type { ActionPreset, DimensionEntry, NodeKindEntry, TierPreset } from '@terrace/client';
import type { TemplateParameter } from '@terrace/model';
import { codeDimensionNode } from '@terrace/plugin-sdk';
import { PluginRegistry } from './plugin-registry.service.js';

/** What the plugins in use bring to the editor's palette; each is known as `plugin.id`. */
@Injectable()
export class ContributionService {
  constructor(private readonly registry: PluginRegistry) {}

  dimensions(subjectType?: string): DimensionEntry[] {
    return this.registry.enabled
      .flatMap(({ manifest, code }): DimensionEntry[] => {
        const { id: owner, contributes } = manifest;
        return [
          ...contributes.dimensions.map((dimension) => ({
            id: `${owner}.${dimension.node.id}`,
            owner,
            ...dimension,
          })),
          ...(code?.dimensions ?? []).map((declared) => ({
            id: `${owner}.${declared.id}`,
            owner,
            subjectType: declared.subjectType,
            node: codeDimensionNode(manifest, declared),
            parameters: declared.parameters,
          })),
        ];
      })
      .filter((entry) => subjectType === undefined || entry.subjectType === subjectType);
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
    return this.registry.enabled.flatMap(({ manifest: { id: owner, version, contributes }, code }) => [
      ...contributes.actions.map(({ id, name, description, on, action }) => ({
        id: `${owner}.${id}`,
        owner,
        name,
        ...(description === undefined ? {} : { description }),
        on,
        action,
      })),
      ...(code?.actions ?? []).map(({ id, name, description, parameters }): ActionPreset => ({
        id: `${owner}.${id}`,
        owner,
        name,
        ...(description === undefined ? {} : { description }),
        on: ['enter'],
        action: { type: 'code', action: `${owner}.${id}`, version, parameters: defaultsOf(parameters) },
        parameters,
      })),
    ]);
  }
}

const defaultsOf = (parameters: readonly TemplateParameter[]): Record<string, string | number> =>
  Object.fromEntries(parameters.map((parameter) => [parameter.id, parameter.default]));
