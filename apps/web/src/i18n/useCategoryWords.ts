import { useTranslation } from 'react-i18next';
import type { CategoryValue } from '../store/node-value';

/** A value out of a list in words. */
export function useCategoryWords(): (value: CategoryValue) => string {
  const { t } = useTranslation();
  return (value) => {
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
    return value === '' ? t('form.emptyText') : String(value);
  };
}
