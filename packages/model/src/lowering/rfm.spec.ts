import { describe, expect, it } from '@jest/globals';
import jsonLogic from 'json-logic-js';
import { rfmDocument } from '../testing/documents.js';
import { compileDocument, type Evaluation } from './compile-document.js';
import { tierJsonLogic } from './tier-json-logic.js';

const document = rfmDocument();
const compiled = compileDocument(document, { generateCode: true });
const composed = compileDocument(document, { generateCode: false });
const exported = tierJsonLogic(document) as Parameters<typeof jsonLogic.apply>[0];

/** Evaluates in every way and insists on one answer. */
function evaluate(recency: unknown, frequency: unknown, monetary: unknown): Evaluation {
  const values = { recency, frequency, monetary } as Parameters<typeof compiled.evaluate>[0];
  const result = compiled.evaluate(values);
  expect(composed.evaluate(values)).toEqual(result);
  expect(jsonLogic.apply(exported, values)).toBe(result.tier);
  return result;
}

const scores = (result: Evaluation) => [
  result.values['recency_score'],
  result.values['frequency_score'],
  result.values['monetary_score'],
];

describe('the RFM model', () => {
  // The first rows of the package's published table (rfm_table_order): recency, orders, revenue, scores.
  it.each([
    ['Abbey O’Reilly', 205, 6, 472, [3, 4, 3], 'potential_loyalist'],
    ['Add Senger', 140, 3, 340, [4, 1, 2], 'new_customers'],
    ['Aden Lesch', 194, 4, 405, [3, 2, 3], 'loyal_customers'],
    ['Aden Murphy', 98, 7, 596, [5, 4, 4], 'potential_loyalist'],
  ])('scores %s as the package does', (_name, recency, orders, revenue, expected, tier) => {
    const result = evaluate(recency, orders, revenue);
    expect(scores(result)).toEqual(expected);
    expect(result.tier).toBe(tier);
    expect(evaluate(String(recency), String(orders), String(revenue)).tier).toBe(tier);
  });

  it('puts a value that is exactly a cut point into the upper band', () => {
    expect(scores(evaluate(297.4, 8, 255.8))).toEqual([2, 5, 2]);
    expect(scores(evaluate('297.4', '8', '255.8'))).toEqual([2, 5, 2]);
    expect(scores(evaluate(297.399999999999, 7.99999999999999, 255.799999999999))).toEqual([3, 4, 1]);
    expect(scores(evaluate(115, 4, 666))).toEqual([4, 2, 5]);
    expect(scores(evaluate(114.999999999999, 3.99999999999999, 665.999999999999))).toEqual([5, 1, 4]);
  });

  it('gives champions only to five, five, five', () => {
    expect(evaluate(0, 8, 666).tier).toBe('champions');
    expect(evaluate(0, 8, 665.99).tier).toBe('potential_loyalist');
  });

  it.each([[null], [undefined], ['']])('never lifts anyone by a missing recency (%p)', (missing) => {
    const result = evaluate(missing, 100, 100_000);
    expect(result.tier).toBe('others');
    expect(result.values['recency_score']).toBeNull();
    expect(result.values['frequency_score']).toBe(5);
  });

  it('never lifts anyone by missing orders or amounts', () => {
    expect(evaluate(1, null, 100_000).tier).toBe('others');
    expect(evaluate(1, 100, null).tier).toBe('others');
    expect(evaluate(null, null, null).tier).toBe('others');
  });

  it('takes amounts of 15 digits', () => {
    expect(scores(evaluate(999_999, 100, 1e15))).toEqual([1, 5, 5]);
  });
});
