import type { Manifest } from '../manifest.js';

/**
 * How contributions to a point combine: `unique` - an id belongs to one plugin, and a second that brings it stays disabled; `list` - all
 * of them, each known as `<plugin>.<id>` (templates as `<plugin>/<id>`).
 * @since 0.1.0
 */
export type Combination = 'unique' | 'list';

/** Every contribution point of a manifest with how contributions combine. @since 0.1.0 */
export const contributionPoints = {
  subjectTypes: 'unique',
  eventTypes: 'unique',
  fields: 'unique',
  dimensions: 'list',
  nodeKinds: 'list',
  templates: 'list',
  tiers: 'list',
  actions: 'list',
  reports: 'list',
  samples: 'list',
  testCases: 'list',
} as const satisfies Record<keyof Manifest['contributes'], Combination>;
