export { childrenOf, type ExpressionNode } from './ast/expression-node.js';
export { list, type ListNode } from './ast/list-node.js';
export { literal, type LiteralNode, type LiteralValue } from './ast/literal-node.js';
export { operation, type OperationNode } from './ast/operation-node.js';
export { record, type RecordNode } from './ast/record-node.js';
export { isElementScope } from './ast/element-scope.js';
export { sameExpression } from './ast/same-expression.js';
export { variable, type OperandForm, type VariableNode } from './ast/variable-node.js';
export { checkExpression, type CheckResult } from './checker/check-expression.js';
export { canonicalInstantText, isDateText } from './date-text.js';
export { ExpressionError, type BilingualText, type ExpressionIssue } from './issue.js';
export { defaultLimits, type ExpressionLimits } from './limits.js';
export { marginOf } from './missing/margin.js';
export { isPresent, writeOut, writeOutMissing, type WrittenOut } from './missing/write-out-missing.js';
export { operatorIds } from './operator/registry.js';
export { typeNames } from './operator/type-name.js';
export { parseExpression, type ParseResult } from './parser/parse-expression.js';
export { toJsonLogic } from './parser/to-json-logic.js';
export type { JsonLogicValue } from './ast/json-value.js';
export { variablesOf } from './ast/variables-of.js';
export {
  columnKind,
  columnOf,
  valueAt,
  type BooleanColumn,
  type CodeColumn,
  type Column,
  type NumberColumn,
} from './target/columns/column.js';
export { compileColumns, type ColumnProgram } from './target/columns/compile-columns.js';
export {
  compileJavaScript,
  compileJavaScriptShape,
  compileJavaScriptValue,
} from './target/javascript/compile-javascript.js';
export { interpretProgram, interpretShape, interpretValue } from './target/javascript/interpret-program.js';
export type {
  CompiledProgram,
  CompiledShape,
  CompiledValue,
  Program,
  ProgramOptions,
  ProgramShape,
  ProgramStep,
} from './target/javascript/program.js';
export { orderWords, type Order, type SentenceLanguage } from './operator/sentence-words.js';
export { sentenceForm } from './parser/sentence/normal-form.js';
export { parseSentence, type SentenceResult } from './parser/sentence/parse-sentence.js';
export type { SentenceIssue, SentenceNote } from './parser/sentence/sentence-issue.js';
export type { WindowedVariable } from './parser/sentence/read-sentence.js';
export type { SentenceName } from './parser/sentence/spoken-names.js';
export {
  namesOfVocabulary,
  type SentenceVocabulary,
  type SentenceWindow,
  type SpokenValue,
  type VocabularyEntry,
  type WordsByLanguage,
} from './parser/sentence/vocabulary.js';
export { unitWords, type UnitWords } from './operator/unit-words.js';
export { numberWords } from './target/sentence/number-words.js';
export { quantityWords } from './target/sentence/quantity-words.js';
export { sentenceOf } from './target/sentence/sentence-of.js';
export { compilePredicateSql } from './target/sql/compile-predicate-sql.js';
export {
  compileSql,
  emitSql,
  ParameterList,
  type CompiledSql,
  type SqlOptions,
} from './target/sql/compile-sql.js';
export type {
  ElementType,
  ExpressionType,
  InputDeclaration,
  InputDeclarations,
  Scalar,
  Value,
  ValueType,
} from './value-type.js';
export { applyJsonLogic, evaluateUntyped } from './untyped/apply-json-logic.js';
