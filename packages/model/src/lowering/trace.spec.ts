import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainTrace } from '../explain/explain.js';
import { rulesOf } from '../rule/rules-of.js';
import { arbitraryDocuments, arbitrarySubjects } from '../testing/arbitrary-document.js';
import { rfmDocument } from '../testing/documents.js';
import { compileDocument } from './compile-document.js';

describe('a trace', () => {
  it('is everything that tells why, as plain data', () => {
    const values = { recency: '194.0', frequency: 4, monetary: '1405.50' };
    const compiled = compileDocument(rfmDocument());
    expect(compiled.trace(values)).toEqual({
      tier: 'promising',
      qualified: 'promising',
      reason: 'segment.r4',
      policy: null,
      fastTrack: null,
      values: { recency_score: 3, frequency_score: 2, monetary_score: 5, segment: 'promising' },
      decidedBy: { recency_score: '2', frequency_score: '1', monetary_score: '4', segment: 'r4' },
    });
    expect(compiled.trace({ frequency: 4 })).toMatchObject({
      tier: 'others',
      reason: 'fallback',
      decidedBy: { recency_score: null, frequency_score: '1', monetary_score: null, segment: null },
    });
    expect(JSON.parse(JSON.stringify(compiled.trace(values)))).toEqual(compiled.trace(values));
  });

  it('names the parts that explanations find by themselves, and a rule of the tier, in models of every kind', () => {
    fc.assert(
      fc.property(
        arbitraryDocuments,
        fc.array(arbitrarySubjects, { minLength: 3, maxLength: 6 }),
        (document, subjects) => {
          const compiled = compileDocument(document, { generateCode: true });
          const rules = rulesOf(document);
          for (const values of subjects) {
            const trace = compiled.trace(values);
            for (const step of explainTrace(document, values, trace).steps)
              if (
                Object.hasOwn(trace.decidedBy, step.nodeId) &&
                trace.decidedBy[step.nodeId] !== step.decidedBy
              )
                expect({ values, step, trace }).toEqual({
                  values,
                  step: { ...step, decidedBy: trace.decidedBy[step.nodeId] },
                  trace,
                });
            const rule = rules.find((each) => each.code === trace.reason);
            if ((rule?.tier ?? document.fallback) !== trace.qualified)
              expect({ values, reason: trace.reason }).toEqual({ values, reason: `of ${trace.qualified}` });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
