export type { Occasion } from '@terrace/plugin-sdk/code';
export type { ComputedValue } from './answer/check-answer.js';
export {
  encodeSubject,
  inputNames,
  type EventInput,
  type FieldValue,
  type SubjectInput,
} from './encode-subject.js';
export { pluginFaultCodes, type PluginFaultCode } from './fault/fault-code.js';
export { PluginCodeFault, type Contribution, type Sentence } from './fault/plugin-code-fault.js';
export {
  isPublicAddress,
  PrivateAddressError,
  publicLookup,
  requirePublicHost,
} from './fetch/public-address.js';
export {
  PluginProcess,
  startPluginProcess,
  type CallOptions,
  type ComputedBatch,
  type PluginProcessOptions,
} from './plugin-process.js';
export { buildPluginCode, type BuildFault, type BuildResult } from './build/build-plugin-code.js';
