export type { CodeContext, FetchInit, FetchResponse } from './context.js';
export { defineAction, type ActionDefinition, type Occasion } from './define-action.js';
export {
  defineDimension,
  type CodeDomain,
  type CodeValue,
  type CodeValueType,
  type DimensionDefinition,
} from './define-dimension.js';
export { definePlugin, type PluginDefinition } from './define-plugin.js';
export type { DimensionInputs, EventOf, FieldsOf, InputEvents, InputFields, SubjectOf } from './inputs.js';
export type {
  ChoiceParameter,
  CodeParameter,
  NumberParameter,
  ParameterValues,
  TextParameter,
} from './parameter.js';
export { testContext, type TestAnswer, type TestContextOptions } from './test-context.js';
export type { CodeText } from './text.js';
