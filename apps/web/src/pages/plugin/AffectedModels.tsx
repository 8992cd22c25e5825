import type { AffectedModel } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';

/** What becomes of each model without a plugin; those that stop come first. */
export function AffectedModels({ models }: { readonly models: readonly AffectedModel[] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  if (models.length === 0) return <p className="plain-text">{t('plugin.noModelAffected')}</p>;
  const sorted = models.toSorted(
    (a, b) => Number(a.effect === 'continues') - Number(b.effect === 'continues'),
  );
  return (
    <ul className="dialog-list" data-testid="affected-models">
      {sorted.map((model) => (
        <li key={model.id}>
          <strong>{text(model.name)}</strong>
          {t('plugin.colon')}
          <span className={model.effect === 'stops' ? 'effect-stops' : 'node-muted'}>
            {model.effect === 'stops'
              ? t('plugin.modelStops', { uses: model.uses.join(t('operator.comma')) })
              : t('plugin.modelContinues')}
          </span>
        </li>
      ))}
    </ul>
  );
}
