import { describe, expect, it } from '@jest/globals';
import { marginOf } from '@terrace/expression';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { checkDocument } from '../check/check-document.js';
import { parseDocumentOrThrow } from '../document/parse-document.js';
import { compileDocument } from '../lowering/compile-document.js';
import { tierJsonLogic } from '../lowering/tier-json-logic.js';
import { readPointsTable } from './read-points-table.js';
import { scorecardDocument } from './scorecard-document.js';
import {
  arbitraryCards,
  arbitraryCardSubjects,
  arbitraryWritings,
  plainTotal,
  scaledText,
  writeCard,
} from './testing/arbitrary-card.js';

const cases = arbitraryCards.chain((card) =>
  fc.record({
    card: fc.constant(card),
    writing: arbitraryWritings,
    subjects: fc.array(arbitraryCardSubjects(card), { minLength: 20, maxLength: 40 }),
  }),
);

describe('a random points table', () => {
  it('becomes a model that gives every subject the total and the tier that were added up from the card', () => {
    const seen = { scored: 0, unscored: 0, onCut: 0 };
    fc.assert(
      fc.property(cases, ({ card, writing, subjects }) => {
        const { table, issues } = readPointsTable(writeCard(card, writing));
        expect(issues).toEqual([]);
        const totals = subjects.map((subject) => plainTotal(card, subject));
        const reached = [...new Set(totals.filter((total) => total !== null))].sort((a, b) =>
          a < b ? -1 : 1,
        );
        // Cut where somebody's total is exactly, and in the middle of nowhere.
        const units =
          reached.length === 0 ? [0n] : reached.filter((_, index) => index % 3 === 1 || index === 0);
        const cuts = units.map((each) => scaledText({ units: each, scale: card.scale }));
        const made = scorecardDocument(table, { name: { en: 'Card' }, subjectType: 'applicant', cuts });
        const document = parseDocumentOrThrow(JSON.parse(JSON.stringify(made)));
        expect(checkDocument(document)).toEqual([]);
        const compiled = compileDocument(document, { generateCode: true });
        const logic = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];
        const ids = document.nodes.filter(({ kind }) => kind === 'dimension').map(({ id }) => id);
        const names = document.nodes.filter(({ kind }) => kind === 'dimension').map(({ name }) => name.en);
        const order = names.map((name) => card.variables.findIndex((each) => each.name === name));
        for (const [index, subject] of subjects.entries()) {
          const total = totals[index] ?? null;
          const values = Object.fromEntries(ids.map((id, at) => [id, subject[order[at] ?? 0] ?? null]));
          const { tier, values: results } = compiled.evaluate(values);
          const passed = units.filter((cut) => total !== null && total >= cut).length;
          const letter = String.fromCharCode(97 + units.length - passed);
          const expected = total === null ? 'unscored' : units.length < 26 ? letter : tier;
          const score = results['score'];
          const exact = total === null ? null : Number(scaledText({ units: total, scale: card.scale }));
          const agrees =
            exact === null
              ? score === null
              : typeof score === 'number' && Math.abs(score - exact) <= marginOf(exact);
          if (tier !== expected || !agrees || jsonLogic.apply(logic, values) !== tier)
            expect({ subject, tier, score, stock: jsonLogic.apply(logic, values) as string }).toEqual({
              subject,
              tier: expected,
              score: exact,
              stock: expected,
            });
          if (total === null) seen.unscored += 1;
          else seen.scored += 1;
          if (total !== null && units.includes(total)) seen.onCut += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(Math.min(seen.scored, seen.unscored, seen.onCut)).toBeGreaterThan(30);
  });
});
