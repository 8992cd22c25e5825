import { thresholdsOf, type ModelDocument, type Threshold, type ThresholdSide } from '@terrace/model';
import type { TemplateUnderCheck } from '../template-under-check.js';

/** A threshold of a template and the sides of it on which no case lies. */
export interface UntestedThreshold {
  readonly threshold: Threshold;
  readonly missing: readonly ThresholdSide[];
}

/** The comparisons of a document by node and place in it, which stay the same whatever parameters are. */
function keysOf(list: readonly Threshold[]): string[] {
  const counts = new Map<string, number>();
  return list.map(({ nodeId }) => {
    const count = counts.get(nodeId) ?? 0;
    counts.set(nodeId, count + 1);
    return `${nodeId} ${count}`;
  });
}

/**
 * The thresholds of a template that its cases do not surround, each value once. Cases with other parameters count for the threshold at
 * the same place.
 */
export function untestedThresholds(
  document: ModelDocument,
  template: TemplateUnderCheck,
): readonly UntestedThreshold[] {
  // Two checks tell parts of one list.
  const known = lists.get(document);
  if (known !== undefined) return known;
  const list = untestedOf(document, template);
  lists.set(document, list);
  return list;
}

const lists = new WeakMap<ModelDocument, readonly UntestedThreshold[]>();

function untestedOf(document: ModelDocument, template: TemplateUnderCheck): readonly UntestedThreshold[] {
  const { list } = template.thresholds(document);
  const tested = new Map<string, Set<ThresholdSide>>();
  for (const { file } of template.tests) {
    const made = template.instantiate(file.parameters);
    if (made.document === null || made.issues.some(({ severity }) => severity === 'error')) continue;
    const thresholds = thresholdsOf(made.document);
    const keys = keysOf(thresholds.list);
    for (const { values, previous } of file.cases) {
      const given = { ...file.base, ...values, ...(previous === undefined ? {} : { previous }) };
      thresholds.sidesOf(given).forEach((side, index) => {
        const key = keys[index] ?? '';
        const known = tested.get(key) ?? new Set();
        tested.set(key, side === null ? known : known.add(side));
      });
    }
  }
  const keys = keysOf(list);
  const named = new Map<string, UntestedThreshold>();
  list.forEach((threshold, index) => {
    const sides = tested.get(keys[index] ?? '') ?? new Set();
    const missing = threshold.sides.filter((side) => !sides.has(side));
    if (missing.length > 0 && !named.has(threshold.words.en))
      named.set(threshold.words.en, { threshold, missing });
  });
  return [...named.values()];
}
