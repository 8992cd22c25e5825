import { canonicalDecimal, canonicalLogic, canonicalText } from './canonical.js';

/**
 * A document in a form that can be compared: lists whose order means nothing are sets, things with an id are found by it, and what is
 * read as a whole is one leaf. Every part knows where it stands in the document.
 */
export type Tree =
  | { readonly kind: 'leaf'; readonly text: string }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, Tree> }
  | {
      readonly kind: 'list';
      /** Whether the order of the entries means something. */
      readonly isOrdered: boolean;
      readonly entries: ReadonlyMap<
        string,
        { readonly tree: Tree; readonly at: readonly (string | number)[] }
      >;
    };

type Json = Readonly<Record<string, unknown>>;
type Entry = readonly [key: string, tree: Tree, at: readonly (string | number)[]];

const leaf = (value: unknown): Tree => ({ kind: 'leaf', text: canonicalText(value) });

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON Logic, texts in two languages and small things that are read as a whole. */
const logicFields = new Set(['when', 'entry', 'keep', 'population', 'expression', 'where']);
const wholeFields = new Set([
  'name',
  'description',
  'title',
  'stop',
  'within',
  'window',
  'change',
  'original',
  'definition',
  'priority',
  'stages',
  'minimumStay',
]);
const decimalFields = new Set([
  'base',
  'points',
  'offset',
  'halfLife',
  'end',
  'until',
  'weight',
  'floor',
  'minimum',
  'maximum',
  'step',
  'cost',
]);
/** Lists of things with an id. */
const keyedFields = new Map([
  ['nodes', { key: 'id', isOrdered: false }],
  ['rows', { key: 'id', isOrdered: true }],
  ['items', { key: 'id', isOrdered: false }],
  ['weightSets', { key: 'id', isOrdered: true }],
  ['serviceLevels', { key: 'id', isOrdered: false }],
  ['fastTracks', { key: 'id', isOrdered: true }],
  ['axes', { key: 'input', isOrdered: false }],
]);
const setFields = new Set(['benefits', 'on', 'options', 'inputs']);
const decimalLists = new Set(['shares', 'steps']);

/** Entries whose keys repeat get a number behind, so that none is lost. */
function list(entries: readonly Entry[], isOrdered: boolean): Tree {
  const named = new Map<string, { tree: Tree; at: readonly (string | number)[] }>();
  for (const [key, tree, at] of entries) {
    let name = key;
    for (let copy = 2; named.has(name); copy++) name = `${key} ${copy}`;
    named.set(name, { tree, at });
  }
  return { kind: 'list', isOrdered, entries: named };
}

const byIndex = (values: readonly unknown[], make: (value: unknown) => Tree): Tree =>
  list(
    values.map((value, index) => [String(index), make(value), [index]] as const),
    false,
  );

/** One cell, in which the order of the values to choose from means nothing. */
function cellTree(cell: unknown): Tree {
  if (isJson(cell) && Array.isArray(cell['values']))
    return leaf({ ...cell, values: cell['values'].map(canonicalText).sort() });
  return leaf(cell);
}

/** The cells of a row by their column; those that accept anything are not there. */
function rowCells(cells: readonly unknown[], inputs: readonly unknown[]): Tree {
  return list(
    cells.flatMap((cell, index): Entry[] =>
      cell === null ? [] : [[String(inputs[index] ?? index), cellTree(cell), [index]]],
    ),
    false,
  );
}

/** The cells of a matrix by what they stand for, whatever the order of axes and values. */
function matrixCells(node: Json): Tree {
  const axes = (Array.isArray(node['axes']) ? node['axes'] : []) as readonly {
    readonly input: string;
    readonly values: readonly unknown[];
  }[];
  const cells = Array.isArray(node['cells']) ? node['cells'] : [];
  return list(
    cells.flatMap((cell: unknown, index): Entry[] => {
      let rest = index;
      const place: string[] = [];
      for (const { input, values } of [...axes].reverse()) {
        place.push(`${input}=${canonicalText(values[rest % values.length])}`);
        rest = Math.floor(rest / values.length);
      }
      return cell === null ? [] : [[place.sort().join(' '), leaf(cell), [index]]];
    }),
    false,
  );
}

/** What each category of a category map gives. */
function categories(entries: readonly unknown[]): Tree {
  return list(
    entries.flatMap((entry, index): Entry[] => {
      const { values, output } = entry as { values: readonly unknown[]; output: unknown };
      return values.map((value) => [canonicalText(value), leaf(output), [index]]);
    }),
    false,
  );
}

function rowsTree(node: Json, rows: readonly unknown[]): Tree {
  const inputs = Array.isArray(node['inputs']) ? node['inputs'] : [];
  return list(
    rows.map((row, index): Entry => {
      const { id, cells, ...rest } = row as Json;
      const { fields } = recordTree(rest, node);
      const all = new Map([
        ...fields,
        ['cells', rowCells(Array.isArray(cells) ? cells : [], inputs)] as const,
      ]);
      return [String(id), { kind: 'record', fields: all }, [index]];
    }),
    // Only the first row that holds counts, unless the table says otherwise.
    node['hit'] === undefined || node['hit'] === 'first',
  );
}

function recordTree(value: Json, node: Json): Extract<Tree, { kind: 'record' }> {
  const fields = Object.entries(value).flatMap(([field, each]): [string, Tree][] =>
    each === undefined ? [] : [[field, fieldTree(field, each, value, node)]],
  );
  return { kind: 'record', fields: new Map(fields) };
}

function listTree(field: string, values: readonly unknown[], parent: Json, node: Json): Tree {
  const keyed = keyedFields.get(field);
  if (field === 'rows') return rowsTree(node, values);
  if (field === 'cells' && node['kind'] === 'matrix') return matrixCells(node);
  if (field === 'entries') return categories(values);
  if (keyed !== undefined)
    return list(
      values.map((value, index): Entry => {
        const inner = field === 'nodes' ? (value as Json) : node;
        return [String((value as Json)[keyed.key]), recordTree(value as Json, inner), [index]];
      }),
      keyed.isOrdered,
    );
  const isAxis = field === 'values' && Object.hasOwn(parent, 'input');
  if (setFields.has(field) || isAxis)
    return list(
      values.map((value, index): Entry => [canonicalText(value), leaf(value), [index]]),
      false,
    );
  const isDecimal = decimalLists.has(field) || (field === 'values' && Object.hasOwn(parent, 'method'));
  return byIndex(values, (value) =>
    isJson(value) ? recordTree(value, node) : leaf(isDecimal ? canonicalDecimal(value) : value),
  );
}

function fieldTree(field: string, value: unknown, parent: Json, node: Json): Tree {
  if (logicFields.has(field)) return leaf(canonicalLogic(value));
  if (wholeFields.has(field)) return leaf(value);
  if (field === 'cell') return cellTree(value);
  const isScore = node['kind'] === 'scorecard' && (field === 'missing' || field === 'otherwise');
  if (decimalFields.has(field) || isScore) return leaf(canonicalDecimal(value));
  if (field === 'weights' && isJson(value))
    return {
      kind: 'record',
      fields: new Map(Object.entries(value).map(([item, weight]) => [item, leaf(canonicalDecimal(weight))])),
    };
  if (Array.isArray(value)) return listTree(field, value, parent, node);
  return isJson(value) ? recordTree(value, node) : leaf(value);
}

/** A document, or a part of one, in the form that is compared. */
export function treeOf(value: object): Tree {
  return recordTree(value as Json, value as Json);
}
