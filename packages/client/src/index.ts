export {
  ApiError,
  createClient,
  urlOf,
  type CallInput,
  type CallResult,
  type Client,
  type ClientOptions,
} from './client.js';
export { apiPrefix, endpoints, type EndpointName } from './contract/endpoints.js';
export { roles, type Access, type Endpoint, type Role } from './contract/endpoint.js';
export { pageQuerySchema } from './contract/page.js';
export { problemSchema, type Problem } from './contract/problem.js';
export type { Session, Token, User, Workspace } from './contract/access.js';
export type {
  DimensionEntry,
  EventTypeEntry,
  SampleLoad,
  SubjectTypeEntry,
  Template,
} from './contract/catalog.js';
export type {
  ActionPreset,
  NodeKindEntry,
  PluginContributions,
  TierPreset,
} from './contract/contribution.js';
export type {
  AffectedModel,
  FailedCase,
  PluginCandidate,
  PluginSource,
  RemovalPreview,
  StagedPackage,
  UpgradePreview,
} from './contract/plugin-lifecycle.js';
export type {
  Plugin,
  PluginData,
  PluginDetail,
  PluginModel,
  PluginPermissions,
  PluginSignature,
} from './contract/plugin.js';
export type { RunReport } from './contract/report.js';
export type { SigningKey } from './contract/signing-key.js';
export type {
  BadRow,
  Import,
  ImportCounts,
  ImportTarget,
  Mapping,
  MappingGuess,
  ReadOptions,
  Upload,
} from './contract/import.js';
export type { Model, ModelSummary, Version, VersionSummary } from './contract/model.js';
export { runSteps } from './contract/run.js';
export type { MatrixCell, Run, RunSubject, TierResult } from './contract/run.js';
export type {
  Assignment,
  CurrentTiers,
  Explanation,
  ExplanationStep,
  Subject,
  Transition,
} from './contract/subject.js';
export type { Delivery, Task, Webhook } from './contract/action.js';
