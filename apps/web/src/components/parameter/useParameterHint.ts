import type { TemplateParameter } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';

/** What a parameter means and between which bounds it lies; nothing when neither is declared. */
export function useParameterHint(): (parameter: TemplateParameter) => string | undefined {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  return (parameter) => {
    const { description, minimum, maximum } = parameter;
    const bounds =
      minimum !== undefined && maximum !== undefined
        ? t('parameter.between', { minimum: format.number(minimum), maximum: format.number(maximum) })
        : minimum !== undefined
          ? t('parameter.atLeast', { minimum: format.number(minimum) })
          : maximum !== undefined
            ? t('parameter.atMost', { maximum: format.number(maximum) })
            : '';
    return [text(description), bounds].filter(Boolean).join(' ') || undefined;
  };
}
