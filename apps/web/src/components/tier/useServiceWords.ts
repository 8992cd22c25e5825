import type { ServiceLevel } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';

/** Says a promise of a tier with its time: what, within how long. */
export function useServiceWords(): (level: ServiceLevel) => string {
  const { t } = useTranslation();
  const text = useText();
  return ({ name, within: { amount, unit } }) =>
    amount === 0
      ? t('tier.promise.atOnce', { name: text(name) })
      : t(`tier.promise.${unit}`, { name: text(name), count: amount });
}
