export {
  languages,
  localize,
  localizedTextSchema,
  type Language,
  type LocalizedText,
} from './document/localized-text.js';
export { decimalSchema, identifierSchema } from './document/identifier.js';
export { jsonLogicSchema, type JsonLogic } from './document/json-logic.js';
export {
  dimensionSourceSchema,
  measures,
  windowSchema,
  type DimensionSource,
  type Window,
} from './document/dimension-source.js';
export {
  actionTriggers,
  cellSchema,
  cutPointsSchema,
  missingPolicySchema,
  modelNodeSchema,
  valueTypes,
  type ActionNode,
  type BandsNode,
  type Cell,
  type ConditionNode,
  type DecisionTableNode,
  type DimensionNode,
  type ModelNode,
  type TierNode,
} from './document/node.js';
export { modelDocumentSchema, type ModelDocument } from './document/model-document.js';
export { issueSchema, type Issue } from './document/issue.js';
export {
  eventTypeSchema,
  fieldSchema,
  fieldTypes,
  subjectTypeSchema,
  type EventType,
  type Field,
  type RecordTypes,
  type SubjectType,
} from './catalog/record-type.js';
export { templateParameterSchema, type TemplateParameter } from './catalog/template-parameter.js';
