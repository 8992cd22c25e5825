import { describe, expect, it } from '@jest/globals';
import type { JsonLogic } from '@terrace/model';
import { formOf, logicOf, withoutVariables } from './condition-form';

const rule: JsonLogic = {
  and: [
    { '>': [{ var: 'frequency' }, 5] },
    { '<=': [10, { var: 'monetary' }, 20.5] },
    { in: [{ var: 'region' }, ['华东', "O'Hara"]] },
    { '==': [{ var: 'recency' }, null] },
  ],
};

describe('the condition builder', () => {
  it('reads and writes rows without changing the rule', () => {
    const form = formOf(rule);
    expect(form?.rows.map(({ operator }) => operator)).toEqual(['>', 'between', 'in', 'isMissing']);
    expect(form && logicOf(form)).toEqual(rule);
  });

  it('reads a single comparison as one row', () => {
    expect(formOf({ '<': [{ var: 'a' }, 1] })).toEqual({
      join: 'and',
      rows: [{ variable: 'a', operator: '<', values: [1] }],
    });
  });

  it('leaves to the raw view what rows cannot show', () => {
    expect(formOf({ and: [{ or: [{ var: 'a' }] }] })).toBeUndefined();
    expect(formOf({ '<': [1, { var: 'a' }] })).toBeUndefined();
    expect(formOf({ '>': [{ var: ['a', 0] }, 1] })).toBeUndefined();
    expect(formOf({ '<': [{ var: 'a' }, 1], '>': [{ var: 'a' }, 0] })).toBeUndefined();
  });

  it('drops the rows over a removed variable only', () => {
    expect(withoutVariables(rule, new Set(['monetary', 'region', 'recency']))).toEqual({
      '>': [{ var: 'frequency' }, 5],
    });
    const nested = { '!': [{ var: 'monetary' }] };
    expect(withoutVariables(nested, new Set(['monetary']))).toBe(nested);
  });
});
