import type { Cell } from '../../cell/cell.js';
import type { JsonLogic } from '../../document/json-logic.js';
import type { ModelDocument } from '../../document/model-document.js';
import type { ModelNode, NodeOfKind } from '../../document/node.js';
import { inBoth, quotedName } from '../../explain/words.js';
import type { Region, RegionPart, Repair } from '../proof.js';
import type { ProofSpace } from '../space/space.js';

/** Longest description put into a name. */
const maxName = 200;

function conditionOf(part: RegionPart): JsonLogic {
  const value: JsonLogic = { var: part.dimension };
  const isMissing: JsonLogic = { '!!': [{ missing: [part.dimension] }] };
  const or = (logic: JsonLogic): JsonLogic => (part.missing ? { or: [isMissing, logic] } : logic);
  const and = (logics: readonly JsonLogic[]): JsonLogic =>
    logics.length === 1 ? (logics[0] ?? true) : { and: logics };
  switch (part.kind) {
    case 'missing':
      return isMissing;
    case 'booleans':
      return or({ '==': [value, part.values[0] ?? true] });
    case 'texts': {
      if (!part.others) return or({ in: [value, part.values] });
      return or(part.except.length === 0 ? { '!': [isMissing] } : { '!': [{ in: [value, part.except] }] });
    }
    case 'interval': {
      const { minimum, maximum, minimumIncluded, maximumIncluded } = part;
      if (minimum !== null && minimum === maximum) return or({ '==': [value, minimum] });
      const ends: JsonLogic[] = [
        ...(minimum === null ? [] : [{ [minimumIncluded ? '>=' : '>']: [value, minimum] }]),
        ...(maximum === null ? [] : [{ [maximumIncluded ? '<=' : '<']: [value, maximum] }]),
      ];
      return or(ends.length === 0 ? { '!': [isMissing] } : and(ends));
    }
  }
}

/** A part as a cell of a table; undefined where cells cannot say it. */
function cellOf(part: RegionPart): Cell | undefined {
  if (part.kind === 'missing') return { op: 'missing' };
  if (part.missing) return undefined;
  switch (part.kind) {
    case 'booleans':
      return part.values.length === 1 ? { op: '==', value: part.values[0] ?? true } : undefined;
    case 'texts':
      return part.others || part.values.length > 100 ? undefined : { op: 'in', values: [...part.values] };
    case 'interval': {
      const { minimum: min, maximum: max, minimumIncluded, maximumIncluded } = part;
      if (typeof min === 'string' || typeof max === 'string' || (min === null && max === null))
        return undefined;
      if (min !== null && min === max) return { op: '==', value: min };
      if (max === null && min !== null) return { op: minimumIncluded ? '>=' : '>', value: min };
      if (min === null && max !== null) return { op: maximumIncluded ? '<=' : '<', value: max };
      const closed = minimumIncluded
        ? maximumIncluded
          ? 'both'
          : 'left'
        : maximumIncluded
          ? 'right'
          : 'neither';
      return { op: 'range', ...(min === null ? {} : { min }), ...(max === null ? {} : { max }), closed };
    }
  }
}

function freeId(taken: ReadonlySet<string>, base: string): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The table that alone leads to tiers, with one more row for the region; null where its columns cannot say the region. */
function withRow(document: ModelDocument, region: Region, tier: string, space: ProofSpace): ModelNode | null {
  const ids = new Set(space.rules.map((rule) => rule.nodeId));
  const [only] = ids;
  const node = document.nodes.find(({ id }) => id === only);
  if (ids.size !== 1 || node?.kind !== 'decisionTable' || node.hit === 'collect' || node.rows.length >= 500)
    return null;
  const table: NodeOfKind<'decisionTable'> = node;
  const cells = table.inputs.map((input): Cell | undefined => {
    const part = region.parts.find(({ dimension }) => dimension === input);
    return part === undefined ? null : cellOf(part);
  });
  if (cells.includes(undefined) || !region.parts.every(({ dimension }) => table.inputs.includes(dimension)))
    return null;
  const id = freeId(new Set(table.rows.map((row) => row.id)), 'added');
  return { ...table, rows: [...table.rows, { id, cells: cells as Cell[], tier }] };
}

/** A rule for everybody in a region: one more row where a table says everything already, else a condition. */
export function gapRepair(space: ProofSpace, region: Region, tier: string): Repair {
  const { document } = space;
  const words = inBoth((language) =>
    language === 'en'
      ? `Add a rule: ${region.words.en} gives ${quotedName(document, tier, language)}.`
      : `补充一条规则：${region.words['zh-CN']} → ${quotedName(document, tier, language)}。`,
  );
  const row = withRow(document, region, tier, space);
  if (row !== null) return { words, replaced: [row], added: [], removed: [] };
  const logics = region.parts.map(conditionOf);
  const added: ModelNode = {
    kind: 'condition',
    id: freeId(new Set(document.nodes.map(({ id }) => id)), 'added_rule'),
    name: { en: region.words.en.slice(0, maxName), 'zh-CN': region.words['zh-CN'].slice(0, maxName) },
    when: logics.length === 1 ? (logics[0] ?? true) : logics.length === 0 ? true : { and: logics },
    tier,
  };
  return { words, replaced: [], added: [added], removed: [] };
}
