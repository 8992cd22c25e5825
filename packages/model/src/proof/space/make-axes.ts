import type { ExpressionNode } from '@terrace/expression';
import { isCounted } from '../../document/is-counted.js';
import type { ModelDocument } from '../../document/model-document.js';
import type { ModelNode } from '../../document/node.js';
import { previousNames } from '../../lifecycle/previous-inputs.js';
import { nodeSource } from '../../lowering/node-source.js';
import type { DimensionNode } from '../../node-kind/dimension/dimension-node.js';
import { numberOfText, type Atom, type Axis, type Scale } from './axis.js';
import { comparedValues, type ComparedValues } from './compared-values.js';
import { numberAtoms, type NumberDomain } from './number-atoms.js';

/** Texts beyond which those that rules name are no longer told apart by what they contain. */
const otherText = '…';

/** First and last day that a date can be. */
const years = { first: '0001-01-01', last: '9999-12-31' };

const scales: Readonly<Record<DimensionNode['valueType'], Scale>> = {
  number: 'number',
  duration: 'number',
  date: 'date',
  instant: 'instant',
  boolean: 'boolean',
  text: 'text',
  enumeration: 'text',
};

/** What is counted and how long ago is never below 0, and (unless declared otherwise) neither are amounts summed up. */
function naturalMinimum({ source }: DimensionNode): number | null {
  const isSum = source.kind === 'aggregate' && source.measure === 'sum';
  return isSum || isCounted(source) ? 0 : null;
}

/** Whether a subject can lack the dimension: counts and sums of no event are 0, and a default stands in. */
export function isNullable(node: DimensionNode): boolean {
  if (node.missing.policy === 'default') return false;
  return !(node.source.kind === 'aggregate' && ['count', 'sum'].includes(node.source.measure));
}

/** Whether a sum is taken to be no smaller than 0 though nothing declares so. */
export function isAssumedPositive(node: DimensionNode, constants: Iterable<number>): boolean {
  return (
    node.source.kind === 'aggregate' &&
    node.source.measure === 'sum' &&
    node.domain?.minimum === undefined &&
    ![...constants].some((value) => value < 0)
  );
}

function numberDomain(node: DimensionNode, scale: Scale, constants: ReadonlySet<number>): NumberDomain {
  if (scale === 'date')
    return { minimum: numberOfText(years.first, scale), maximum: numberOfText(years.last, scale), step: 1 };
  if (scale === 'instant') {
    const [first, last] = [`${years.first}T00:00:00Z`, `${years.last}T00:00:00Z`];
    return { minimum: numberOfText(first, scale), maximum: numberOfText(last, scale), step: 1 };
  }
  const { domain } = node;
  const natural = naturalMinimum(node);
  const isSum = node.source.kind === 'aggregate' && node.source.measure === 'sum';
  const minimum =
    domain?.minimum === undefined
      ? isSum && !isAssumedPositive(node, constants)
        ? null
        : natural
      : Number(domain.minimum);
  return {
    minimum,
    maximum: domain?.maximum === undefined ? null : Number(domain.maximum),
    step:
      domain?.step !== undefined && Number(domain.step) > 0
        ? Number(domain.step)
        : isCounted(node.source)
          ? 1
          : null,
  };
}

function textAtoms(node: DimensionNode, compared: ComparedValues): Atom[] {
  const named = [...(compared.texts.get(node.id) ?? [])].filter((text) => text !== '');
  const options = node.domain?.options;
  if (options !== undefined) return options.map((value) => ({ kind: 'text', value }));
  const atoms: Atom[] = named.sort().map((value) => ({ kind: 'text', value }));
  let other = otherText;
  while (named.includes(other)) other += otherText;
  const parts = [...(compared.parts.get(node.id) ?? [])].filter((part) => part !== '');
  for (const part of parts) {
    const value = `${other}${part}${other}`;
    if (!named.includes(value)) atoms.push({ kind: 'otherText', value });
  }
  atoms.push({ kind: 'otherText', value: other });
  return atoms;
}

function atomsOf(node: DimensionNode, scale: Scale, compared: ComparedValues): Atom[] {
  const missing: Atom[] = isNullable(node) ? [{ kind: 'missing' }] : [];
  if (scale === 'boolean')
    return [...missing, { kind: 'boolean', value: false }, { kind: 'boolean', value: true }];
  if (scale === 'text') return [...missing, ...textAtoms(node, compared)];
  const constants = compared.numbers.get(node.id) ?? new Set<number>();
  return [...missing, ...numberAtoms(constants, numberDomain(node, scale, constants))];
}

/** The axes of a document, and what was taken for granted in making them. */
export interface Axes {
  readonly axes: readonly Axis[];
  readonly compared: ComparedValues;
  /** Ids of dimensions with sums that are taken not to be below 0. */
  readonly assumedPositive: readonly string[];
  /** Ids of dimensions whose texts are searched for parts, so that their atoms are examples. */
  readonly searched: readonly string[];
}

/** Every dimension as an axis, cut where the rules (and the nodes they rest on) can change their minds. */
export function makeAxes(document: ModelDocument, conditions: readonly ExpressionNode[]): Axes {
  const nodes = new Map(document.nodes.map((node): [string, ModelNode] => [node.id, node]));
  const dimensions = document.nodes.filter((node): node is DimensionNode => node.kind === 'dimension');
  const compared = comparedValues(
    conditions,
    (name) => {
      const node = nodes.get(name);
      return node === undefined || node.kind === 'dimension' ? null : nodeSource(node, document);
    },
    (name) => {
      const node = nodes.get(name);
      return node?.kind === 'dimension' ? scales[node.valueType] : null;
    },
  );
  const axes = dimensions.map((node, index): Axis => {
    const scale = scales[node.valueType];
    return {
      index,
      id: node.id,
      name: node.name,
      unit: node.unit,
      scale,
      step:
        scale === 'text' || scale === 'boolean'
          ? null
          : numberDomain(node, scale, compared.numbers.get(node.id) ?? new Set()).step,
      better: node.better,
      atoms: atomsOf(node, scale, compared),
    };
  });
  // The proof is about the tier a subject without one qualifies for.
  const previous = previousNames.map((id, index): Axis => ({
    index: axes.length + index,
    id,
    name: { en: id },
    unit: undefined,
    scale: id === 'previous.tier' ? 'text' : 'number',
    step: null,
    better: undefined,
    atoms: [{ kind: 'missing' }],
  }));
  return {
    axes: [...axes, ...previous],
    compared,
    assumedPositive: dimensions
      .filter((node) => isAssumedPositive(node, compared.numbers.get(node.id) ?? []))
      .map((node) => node.id),
    searched: dimensions
      .filter((node) => (compared.parts.get(node.id)?.size ?? 0) > 0)
      .map((node) => node.id),
  };
}
