import { describe, expect, it } from '@jest/globals';
import { formulaOf, logicOfFormula, plainFormula } from './formula-form';

describe('the steps of a formula', () => {
  it('are read from left to right and written back unchanged', () => {
    const logic = { '*': [{ '+': [{ var: 'spend' }, { var: 'deposit' }, 5] }, 0.25] };
    const terms = formulaOf(logic);
    expect(terms).toEqual([
      { operator: '+', operand: 'spend' },
      { operator: '+', operand: 'deposit' },
      { operator: '+', operand: 5 },
      { operator: '*', operand: 0.25 },
    ]);
    expect(terms && logicOfFormula(terms)).toEqual(logic);
  });

  it('keep subtraction and division in pairs', () => {
    const terms = [
      { operator: '+', operand: 'a' },
      { operator: '-', operand: 'b' },
      { operator: '-', operand: 1 },
      { operator: '/', operand: 2 },
    ] as const;
    const logic = logicOfFormula(terms);
    expect(logic).toEqual({ '/': [{ '-': [{ '-': [{ var: 'a' }, { var: 'b' }] }, 1] }, 2] });
    expect(formulaOf(logic)).toEqual(terms);
  });

  it('divide by what may be 0 only where it is not', () => {
    const terms = [
      { operator: '+', operand: 'spend' },
      { operator: '/', operand: 'orders' },
      { operator: '*', operand: 2 },
    ] as const;
    const logic = logicOfFormula(terms);
    const division = { '/': [{ var: 'spend' }, { var: 'orders' }] };
    expect(logic).toEqual({ '*': [{ if: [{ '!=': [{ var: 'orders' }, 0] }, division, null] }, 2] });
    expect(formulaOf(logic)).toEqual(terms);
    expect(plainFormula(terms)).toEqual({ '*': [division, 2] });
    expect(formulaOf({ if: [{ '!=': [{ var: 'visits' }, 0] }, division, null] })).toBeUndefined();
  });

  it('leave to the text what has brackets on the right or other operators', () => {
    expect(formulaOf({ '*': [2, { '+': [{ var: 'a' }, 1] }] })).toBeUndefined();
    expect(formulaOf({ if: [true, 1, 2] })).toBeUndefined();
    expect(formulaOf({ '-': [{ var: 'a' }] })).toBeUndefined();
  });

  it('are the number 0 when there are none', () => {
    expect(logicOfFormula([])).toBe(0);
  });
});
