import type { Cell } from '../cell/cell.js';
import type { DimensionNode } from '../node-kind/dimension/dimension-node.js';
import type { ScorecardItem } from '../node-kind/scorecard/scorecard-node.js';
import type { BinValues, PointsVariable } from './points-table.js';

/** Limits of a list in a cell: how many texts, and how long. */
const maxListed = 100;
const maxListedLength = 200;

/** How programs write a missing value into a column of texts. */
const missingTexts = ['NA', 'N/A', 'NaN', 'NULL', '\\N'];

const trueWords = new Set(['true', 't', 'yes', 'y', '1', '是']);
const falseWords = new Set(['false', 'f', 'no', 'n', '0', '否']);

type ValueType = DimensionNode['valueType'];
type Bin = NonNullable<ScorecardItem['bins']>[number];

/** Whether values of this type can be told apart by the bins of the variable. @since 0.1.0 */
export function fitsValueType({ type, bins }: PointsVariable, valueType: ValueType): boolean {
  const values = bins.flatMap((bin) => bin.values);
  switch (valueType) {
    case 'number':
    case 'duration':
      return values.every((value) => value.kind === 'range' || value.number !== undefined);
    case 'text':
    case 'enumeration':
      return type === 'text';
    case 'boolean':
      return (
        type === 'text' && values.every((value) => value.kind === 'value' && booleanOf(value.text) !== null)
      );
    case 'date':
    case 'instant':
      return false;
  }
}

function booleanOf(text: string): boolean | null {
  const word = text.toLowerCase();
  return trueWords.has(word) ? true : falseWords.has(word) ? false : null;
}

function numberCell(value: BinValues): Cell {
  if (value.kind === 'value') return { op: '==', value: value.number ?? Number.NaN };
  const { min, max, closed } = value;
  if (min !== undefined && min === max) return { op: '==', value: min };
  return {
    op: 'range',
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    closed,
  };
}

/** Single numbers first, since they go before the range they lie in; then ranges from the lowest up. */
function numberBins({ bins }: PointsVariable): Bin[] {
  const isRange = (value: BinValues): boolean =>
    value.kind === 'range' && (value.min === undefined || value.min !== value.max);
  const low = (value: BinValues): number =>
    value.kind === 'range' ? (value.min ?? -Infinity) : (value.number ?? 0);
  return bins
    .flatMap(({ points, values }) => values.map((value) => ({ points, value })))
    .sort((a, b) => Number(isRange(a.value)) - Number(isRange(b.value)) || low(a.value) - low(b.value))
    .map(({ points, value }) => ({ cell: numberCell(value), points }));
}

function textCells(texts: readonly string[]): Cell[] {
  const long = texts.filter((text) => text.length > maxListedLength);
  const short = texts.filter((text) => text.length <= maxListedLength);
  const lists = Array.from({ length: Math.ceil(short.length / maxListed) }, (_, index) =>
    short.slice(index * maxListed, (index + 1) * maxListed),
  );
  return [...lists, ...long.map((text) => [text])].map((values): Cell => {
    const [only] = values;
    return only !== undefined && values.length === 1 ? { op: '==', value: only } : { op: 'in', values };
  });
}

function textBins({ bins, missing }: PointsVariable): Bin[] {
  const listed = bins.map(({ points, values }) => ({
    points,
    texts: values.flatMap((value) => (value.kind === 'value' ? [value.text] : [])),
  }));
  const known = new Set(listed.flatMap(({ texts }) => texts));
  const unnamed = missingTexts.filter((text) => !known.has(text));
  const ofMissing = missing === null || unnamed.length === 0 ? [] : [{ points: missing, texts: unnamed }];
  return [...listed, ...ofMissing].flatMap(({ points, texts }) =>
    textCells(texts).map((cell) => ({ cell, points })),
  );
}

function booleanBins({ bins }: PointsVariable): Bin[] {
  return bins.flatMap(({ points, values }) => {
    const given = values.map((value) => (value.kind === 'value' ? booleanOf(value.text) : null));
    return [...new Set(given)].flatMap((value) =>
      value === null ? [] : [{ cell: { op: '==' as const, value }, points }],
    );
  });
}

/**
 * The item of a scorecard that gives a variable's points. A value that no bin takes gives the item no points, and so the card no
 * score; so does a missing one without points of its own. Where missing values have points, the texts by which programs write one
 * (`NA`, `NULL`, …) count as missing too, unless they are listed as categories.
 * @param input - the node with the variable's value, of the type `valueType`, which fits the bins ({@link fitsValueType})
 * @since 0.1.0
 */
export function scorecardItem(
  variable: PointsVariable,
  id: string,
  input: string,
  valueType: ValueType,
): ScorecardItem {
  const bins =
    valueType === 'number' || valueType === 'duration'
      ? numberBins(variable)
      : valueType === 'boolean'
        ? booleanBins(variable)
        : textBins(variable);
  const { missing } = variable;
  // Without bins the input itself would be the points.
  if (bins.length === 0 && missing !== null)
    return { id, input, bins: [{ cell: { op: 'missing' }, points: missing }] };
  return { id, input, bins, ...(missing === null ? {} : { missing }) };
}
