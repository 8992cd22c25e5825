import {
  compileJavaScript,
  literal,
  operation,
  writeOutMissing,
  type CompiledProgram,
  type ExpressionNode,
} from '@terrace/expression';
import type { Language } from '../document/localized-text.js';
import type { ModelDocument } from '../document/model-document.js';
import type { ModelNode } from '../document/node.js';
import { expressionWords, variableName, variableUnit } from '../explain/expression-words.js';
import { inBoth, quantityWords, type BothLanguages } from '../explain/words.js';
import { environmentOf, lowerDocument } from '../lowering/lower-document.js';
import type { SubjectValues } from '../lowering/subject-values.js';
import { plainProgram } from '../lowering/trace-program.js';
import { axisOf } from '../reach/axis.js';
import { findComparisons, type Comparison } from './find-comparisons.js';

/** Where a value lies beside a threshold. @since 0.1.0 */
export type ThresholdSide = 'below' | 'on' | 'above';

/** A fixed value at which a rule changes its answer. @since 0.1.0 */
export interface Threshold {
  /** The node whose rule it is. */
  readonly nodeId: string;
  /** The dimension that is compared; null where a calculated value is. */
  readonly dimension: string | null;
  readonly value: number | string;
  /** What is compared and with what: "days since last order, 45 days". */
  readonly words: BothLanguages;
  /** The sides on which subjects can lie at all; of a calculated value, which may leap over the threshold, all three. */
  readonly sides: readonly ThresholdSide[];
}

/** The thresholds of a document, ready to be held against subjects. @since 0.1.0 */
export interface Thresholds {
  readonly list: readonly Threshold[];
  /** Where a subject lies beside each of `list`; null where what is compared is missing. */
  sidesOf(values: SubjectValues): readonly (ThresholdSide | null)[];
}

// Ids begin with a letter, so a name that begins with a blank is no node's.
const sides = ['below', 'on', 'above'] as const;
const operators = { below: '<', on: '==', above: '>' } as const;
const stepName = (index: number, side: ThresholdSide): string => ` ${side} ${index}`;

function dimensionOf(
  { compared }: Comparison,
  nodes: ReadonlyMap<string, ModelNode>,
): Extract<ModelNode, { kind: 'dimension' }> | null {
  const node = compared.kind === 'variable' ? nodes.get(compared.name) : undefined;
  return node?.kind === 'dimension' ? node : null;
}

function possibleSides(comparison: Comparison, nodes: ReadonlyMap<string, ModelNode>): ThresholdSide[] {
  const dimension = dimensionOf(comparison, nodes);
  if (dimension === null) return [...sides];
  const { constant } = comparison;
  const sensitivity = { constants: new Set([constant]), isComputed: false, isLinear: true };
  const axis = axisOf(dimension, sensitivity, null);
  if (axis === null) return [...sides];
  const [at, isOn] = [axis.floor(constant), axis.isExact(constant)];
  return [
    ...((isOn ? at - 1 : at) >= axis.first ? (['below'] as const) : []),
    ...(isOn && at >= axis.first && at <= axis.last ? (['on'] as const) : []),
    ...(at + 1 <= axis.last ? (['above'] as const) : []),
  ];
}

function thresholdOf(comparison: Comparison, nodes: ReadonlyMap<string, ModelNode>): Threshold {
  const { nodeId, compared, constant } = comparison;
  const name = compared.kind === 'variable' ? compared.name : null;
  const unit = name === null ? undefined : variableUnit(name, nodes);
  const of = (language: Language): string =>
    name === null ? expressionWords(compared, nodes, language) : variableName(name, nodes, language);
  const value = (language: Language): string =>
    typeof constant === 'number' ? quantityWords(constant, unit, language) : constant;
  return {
    nodeId,
    dimension: dimensionOf(comparison, nodes)?.id ?? null,
    value: constant,
    words: inBoth((language) => `${of(language)}${language === 'en' ? ', ' : '，'}${value(language)}`),
    sides: possibleSides(comparison, nodes),
  };
}

/**
 * Finds every fixed value at which a rule of `document` changes its answer: explicit cut points, ends of cells, constants that conditions
 * and formulas compare something smooth with. Calibrated cut points, comparisons of scores with few values and of `previous.*` are none.
 * Each comparison is listed, in the order of the document.
 * @throws ModelError `INVALID_DOCUMENT`
 * @since 0.1.0
 */
export function thresholdsOf(document: ModelDocument): Thresholds {
  const lowered = lowerDocument(document);
  const environment = environmentOf(lowered);
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const comparisons = findComparisons(document, environment);
  let program: CompiledProgram | undefined;
  const compile = (): CompiledProgram => {
    const plain = plainProgram(document, lowered);
    const step = (
      index: number,
      side: ThresholdSide,
      compared: ExpressionNode,
      constant: number | string,
    ) => ({
      name: stepName(index, side),
      expression: writeOutMissing(operation(operators[side], [compared, literal(constant)]), environment),
    });
    return compileJavaScript({
      inputs: plain.inputs,
      steps: [
        ...plain.steps,
        ...comparisons.flatMap(({ compared, constant }, index) =>
          sides.map((side) => step(index, side, compared, constant)),
        ),
      ],
    });
  };
  return {
    list: comparisons.map((comparison) => thresholdOf(comparison, nodes)),
    sidesOf(values) {
      program ??= compile();
      const results = program(values);
      return comparisons.map(
        (_, index) => sides.find((side) => results[stepName(index, side)] === true) ?? null,
      );
    },
  };
}
