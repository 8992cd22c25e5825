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
export type { DimensionEntry, EventTypeEntry, SubjectTypeEntry, Template } from './contract/catalog.js';
export type {
  ActionPreset,
  AffectedModel,
  FailedCase,
  NodeKindEntry,
  Plugin,
  PluginCandidate,
  PluginContributions,
  PluginData,
  PluginDetail,
  PluginModel,
  PluginPermissions,
  PluginSignature,
  PluginSource,
  RemovalPreview,
  RunReport,
  SigningKey,
  StagedPackage,
  TierPreset,
  UpgradePreview,
} from './contract/plugin.js';
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
export type { Assignment, Explanation, ExplanationStep, Subject, Transition } from './contract/subject.js';
export type { Delivery, Task, Webhook } from './contract/action.js';
