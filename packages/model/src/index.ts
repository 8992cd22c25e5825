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
export { cellSchema, type Cell } from './cell/cell.js';
export { modelNodeSchema, type ModelNode, type NodeOfKind } from './document/node.js';
export { actionNodeSchema, actionTriggers, type ActionNode } from './node-kind/action/action-node.js';
export { cutPointsSchema, type BandsNode, type CutPoints } from './node-kind/bands/bands-node.js';
export type { CategoryMapNode } from './node-kind/category-map/category-map-node.js';
export type { ConditionNode } from './node-kind/condition/condition-node.js';
export type { DecisionTableNode, TableRow } from './node-kind/decision-table/decision-table-node.js';
export {
  dimensionNodeSchema,
  missingPolicySchema,
  valueTypes,
  type DimensionNode,
} from './node-kind/dimension/dimension-node.js';
export {
  fieldFits,
  fitsDeclared,
  givesFieldValue,
  needsField,
  typeOfField,
  typeOfMeasure,
} from './node-kind/dimension/measure-field.js';
export type { FormulaNode } from './node-kind/formula/formula-node.js';
export type { MatrixNode } from './node-kind/matrix/matrix-node.js';
export type { PlaceholderNode } from './node-kind/placeholder/placeholder-node.js';
export type { ScorecardNode } from './node-kind/scorecard/scorecard-node.js';
export {
  serviceLevelSchema,
  tierNodeSchema,
  type ServiceLevel,
  type TierNode,
} from './node-kind/tier/tier-node.js';
export {
  customDefinitionSchema,
  customInputTypes,
  customNodeSchema,
  type CustomDefinition,
  type CustomNode,
} from './node-kind/custom/custom-node.js';
export { formulaOf } from './node-kind/custom/formula-of.js';
export type { TimeDecayNode } from './node-kind/time-decay/time-decay-node.js';
export { lifecycleSchema, type Lifecycle } from './lifecycle/lifecycle-schema.js';
export { previousInputs, previousNames, type PreviousInput } from './lifecycle/previous-inputs.js';
export type { NodeRules, Rule } from './rule/rule.js';
export { rulesOf, type DocumentRule } from './rule/rules-of.js';
export { tiersByPrecedence } from './rule/tiers-by-precedence.js';
export { documentSchemaVersion, modelDocumentSchema, type ModelDocument } from './document/model-document.js';
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
export {
  parameterOptionSchema,
  parameterTypes,
  templateParameterSchema,
  type TemplateParameter,
} from './catalog/template-parameter.js';
export { normalizeHeader } from './catalog/normalize-header.js';
export { ModelError } from './document/model-error.js';
export { upgradeDocument } from './document/upgrade/upgrade-document.js';
export { writeDocument } from './document/write-document.js';
export { parseDocument, parseDocumentOrThrow, type ParsedDocument } from './document/parse-document.js';
export { checkDocument } from './check/check-document.js';
export { documentEdges, type DocumentEdge } from './graph/document-edges.js';
export { outputsOf } from './graph/outputs-of.js';
export { decayWeight } from './node-kind/time-decay/weight-at.js';
export { familyOf } from './graph/type-family.js';
export { declarationOfNode } from './graph/value-declaration.js';
export { valueNodes, type ValueNode } from './graph/value-nodes.js';
export { calibratedNodes, withCutPoints, type CalibratedNode } from './calibration/calibrated-nodes.js';
export { cutPointsFrom, cutPointsOf } from './calibration/cut-points.js';
export {
  maxValueClasses,
  statisticsFor,
  statisticsOf,
  type CalibratedCuts,
  type Statistics,
  type StatisticsRequest,
  type ValueClass,
} from './calibration/statistics.js';
export {
  compileDocument,
  compileLowered,
  type CompiledDocument,
  type CompileOptions,
  type Evaluation,
} from './lowering/compile-document.js';
export type { DimensionValues } from './lowering/dimension-values.js';
export type { PreviousValues, SubjectValues } from './lowering/subject-values.js';
export type { Trace } from './lowering/trace.js';
export { previousColumn } from './lowering/previous-column.js';
export { tierOrder } from './lifecycle/tier-order.js';
export { policyCodes, type PolicyCode } from './lifecycle/policy.js';
export { lowerDocument, type LoweredModel, type LoweredNode } from './lowering/lower-document.js';
export { tierJsonLogic } from './lowering/tier-json-logic.js';
export { tierSql, type TierSqlOptions, type TierStatement } from './lowering/tier-sql.js';
export { explain, explainTrace, type Explanation, type ExplanationStep } from './explain/explain.js';
export { expressionWords } from './explain/expression-words.js';
export { valuesWords } from './explain/values-words.js';
export { knownUnits } from './explain/known-units.js';
export { numberWords } from './explain/words.js';
export { checkParameter, type CheckedParameter } from './template/check-parameter.js';
export { instantiateTemplate } from './template/instantiate-template.js';
export { reach } from './reach/reach.js';
export type {
  Blocked,
  Hold,
  PlannedChange,
  ReachOptions,
  ReachPlan,
  ReachResult,
} from './reach/reach-result.js';
export { keeps, type KeepOptions, type Keeps, type KeptRange } from './reach/keeps.js';
export {
  thresholdsOf,
  type Threshold,
  type Thresholds,
  type ThresholdSide,
} from './threshold/thresholds-of.js';
export { validUntil, type ValidityOptions, type ValidUntil } from './validity/valid-until.js';
export { differenceOf } from './difference/difference-of.js';
export type { Change, ChangeEffect, ChangeSide, ChangeType } from './difference/change.js';
export {
  draftFromSentence,
  type Draft,
  type DraftNote,
  type DraftOptions,
} from './draft/draft-from-sentence.js';
export type { CatalogDimension } from './draft/draft-dimension.js';
export {
  sentencesOf,
  type DocumentSentences,
  type RuleSentence,
  type TierSentences,
} from './sentence/sentences-of.js';
export {
  findingKinds,
  type Finding,
  type FindingKind,
  type Proof,
  type ProofOptions,
  type ProofWords,
  type Region,
  type RegionPart,
  type Repair,
  type Witness,
} from './proof/proof.js';
export { proveDocument } from './proof/prove-document.js';
export { applyRepair } from './proof/repair/apply-repair.js';
export { repairDocument, type RepairedDocument } from './proof/repair/repair-document.js';
export type { KnownCode, KnownCodeAction, KnownCodeDimension, KnownPlugin } from './catalog/known-code.js';
export { splitCodeId } from './document/code-reference.js';
// The reader itself is an entry of its own, so that a page can ask first and load it later.
export { looksLikePointsTable } from './points-table/header.js';
