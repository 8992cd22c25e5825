import type { Repair } from '../proof.js';
import { scalarOf, type Axis } from '../space/axis.js';
import type { ProofRule, ProofSpace } from '../space/space.js';
import { inBoth } from '../../explain/words.js';
import { limitOf, ruleName } from '../finding/words.js';
import { moveLowerEnd, moveUpperEnd, type RangeEnd } from './move-end.js';
import { applyRepair } from './apply-repair.js';
import { noEdits, type Edits } from './edits.js';

/** Moves one end of every rule that has it; null where none does. */
function moveAll(
  space: ProofSpace,
  rules: readonly ProofRule[],
  move: (document: ProofSpace['document'], rule: ProofRule) => Edits | null,
): { edits: Edits; moved: ProofRule[] } | null {
  let { document } = space;
  let edits: Edits = noEdits;
  const moved: ProofRule[] = [];
  for (const rule of rules) {
    const own = move(document, rule);
    if (own === null) continue;
    document = applyRepair(document, own);
    const ids = new Set(own.replaced.map(({ id }) => id));
    edits = { ...noEdits, replaced: [...edits.replaced.filter(({ id }) => !ids.has(id)), ...own.replaced] };
    moved.push(rule);
  }
  return moved.length === 0 ? null : { edits, moved };
}

/**
 * Closes the hair's breadth between two numbers by letting the rules below it reach up to the higher one, or a missing single value by
 * letting the rules above it begin with it.
 */
export function edgeRepair(
  space: ProofSpace,
  axis: Axis,
  atom: number,
  codes: readonly string[],
): Repair | null {
  const each = axis.atoms[atom];
  if (each?.kind !== 'number') return null;
  const { document } = space;
  const rules = space.rules.filter((rule) => codes.includes(rule.code));
  const isPoint = each.low === each.high;
  const to: RangeEnd = { value: each.high, isIncluded: isPoint };
  const below = isPoint
    ? null
    : moveAll(space, rules, (current, rule) => moveUpperEnd(current, rule, axis, each.low, to));
  const above =
    below ??
    moveAll(space, rules, (current, rule) =>
      moveLowerEnd(current, rule, axis, each.high, { value: each.low, isIncluded: isPoint }),
    );
  if (above === null) return null;
  const words = inBoth((language) => {
    const names = above.moved
      .map((rule) => ruleName(document, rule, language))
      .join(language === 'en' ? ', ' : '、');
    const isEnglish = language === 'en';
    const end = (value: number): number | string => scalarOf(value, axis.scale) as number | string;
    const low = limitOf(isPoint ? '>=' : '>', end(each.low), axis, language);
    const high = limitOf(isPoint ? '<=' : '<', end(each.high), axis, language);
    if (isEnglish)
      return below === null
        ? `Change the lower end of ${names} to “${low}”.`
        : `Change the upper end of ${names} to “${high}”.`;
    return below === null ? `将${names}的下限改为“${low}”。` : `将${names}的上限改为“${high}”。`;
  });
  return { words, ...above.edits };
}
