import type { FormulaNode } from '@terrace/model';
import { useSentence } from '../../i18n/useSentence';
import { formulaOf, plainFormula } from './formula-form';

/** Says a formula in words, without the tests that keep a division from dividing by 0; nothing for what is no rule. */
export function useFormulaWords(): (
  node: Pick<FormulaNode, 'valueType' | 'expression'>,
) => string | undefined {
  const sentenceOf = useSentence();
  return ({ valueType, expression }) => {
    const terms = valueType === 'number' ? formulaOf(expression) : undefined;
    return sentenceOf(terms === undefined ? expression : plainFormula(terms));
  };
}
