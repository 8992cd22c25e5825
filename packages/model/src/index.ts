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
export { ModelError } from './document/model-error.js';
export { parseDocument, type ParsedDocument } from './document/parse-document.js';
export { checkDocument } from './check/check-document.js';
export { documentEdges, type DocumentEdge } from './graph/document-edges.js';
export { valueNodes, type ValueNode } from './graph/value-nodes.js';
export { calibratedNodes, withCutPoints, type CalibratedNode } from './lowering/calibration.js';
export {
  compileDocument,
  type CompiledDocument,
  type CompileOptions,
  type Evaluation,
} from './lowering/compile-document.js';
export type { DimensionValues } from './lowering/dimension-values.js';
export { lowerDocument, type LoweredModel, type LoweredNode } from './lowering/lower-document.js';
export { tierJsonLogic } from './lowering/tier-json-logic.js';
export { tierSql, type TierStatement } from './lowering/tier-sql.js';
export { explain, type Explanation, type ExplanationStep } from './explain/explain.js';
export { instantiateTemplate } from './template/instantiate-template.js';
