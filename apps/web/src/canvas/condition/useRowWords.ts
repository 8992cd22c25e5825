import { useTranslation } from 'react-i18next';
import type { ConditionRow, RowOperator } from '../../inspector/condition/condition-form';

const signs: Partial<Record<RowOperator, string>> = {
  '==': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};

/** What an operator is called in the builder. */
export function useOperatorWords(): (operator: RowOperator) => string {
  const { t } = useTranslation();
  return (operator) =>
    signs[operator] ?? t(`operator.${operator as 'between' | 'in' | 'isMissing' | 'isPresent'}`);
}

/** A row's operator and values in words, such as `≥ 5`. */
export function useRowWords(): (row: ConditionRow) => string {
  const { t } = useTranslation();
  const wordsOf = useOperatorWords();
  return ({ operator, values }) => {
    if (operator === 'between') return `${String(values[0])} – ${String(values[1])}`;
    const shown = values.map((value) =>
      typeof value === 'boolean' ? t(value ? 'form.yes' : 'form.no') : String(value),
    );
    return `${wordsOf(operator)} ${shown.join(t('operator.comma'))}`.trim();
  };
}
