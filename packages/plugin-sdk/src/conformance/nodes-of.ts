import type { Issue, ModelNode } from '@terrace/model';
import type { PluginUnderCheck } from './plugin-under-check.js';

/** A node of a plugin and where it stands. */
export interface PlacedNode {
  readonly file: string;
  readonly path: Issue['path'];
  readonly node: ModelNode;
  /** The template it belongs to; null for one of the palette. */
  readonly template: string | null;
  readonly subjectType: string | null;
}

/** Every node a plugin brings: dimensions and tiers of the palette, then those of its sound templates with their defaults. */
export function nodesOf({ manifest, templates }: PluginUnderCheck): PlacedNode[] {
  if (manifest === null) return [];
  const { dimensions, tiers } = manifest.contributes;
  const file = 'plugin.json';
  return [
    ...dimensions.map(({ node, subjectType }, index) => ({
      file,
      path: ['contributes', 'dimensions', index, 'node'],
      node,
      template: null,
      subjectType,
    })),
    ...tiers.map((node, index) => ({
      file,
      path: ['contributes', 'tiers', index],
      node,
      template: null,
      subjectType: null,
    })),
    ...templates.flatMap((each) => {
      const { template, document } = each;
      if (document === null) return [];
      return document.nodes.map((node, index) => ({
        file: template.file,
        path: each.filePath(document, ['nodes', index]),
        node,
        template: template.id,
        subjectType: document.subjectType,
      }));
    }),
  ];
}
