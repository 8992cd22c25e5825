import type { EndpointName } from '@terrace/client';

/** Everything that reads differently once a plugin was installed, switched, upgraded or removed. */
export const pluginChanges: readonly EndpointName[] = [
  'listPlugins',
  'getPlugin',
  'listSubjectTypes',
  'listEventTypes',
  'listDimensions',
  'listNodeKinds',
  'listTierPresets',
  'listActionPresets',
  'listTemplates',
  'listModels',
  'getModel',
  'listRunReports',
];
