import { ClockCircleOutlined, GiftOutlined } from '@ant-design/icons';
import type { TierNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServiceWords } from '../../components/tier/useServiceWords';
import { useText } from '../../i18n/useText';

/** What is owed to whoever is in a tier; nothing for a tier that promises nothing. */
export function TierPromises({ tier }: { readonly tier: TierNode | undefined }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const serviceWords = useServiceWords();
  const benefits = tier?.benefits ?? [];
  const serviceLevels = tier?.serviceLevels ?? [];
  if (benefits.length === 0 && serviceLevels.length === 0) return null;
  return (
    <section className="promises" aria-label={t('subjects.owed')} data-testid="tier-promises">
      {benefits.map((benefit, index) => (
        <div key={`benefit-${index}`}>
          <GiftOutlined aria-label={t('tier.benefit')} /> {text(benefit)}
        </div>
      ))}
      {serviceLevels.map((level) => (
        <div key={level.id}>
          <ClockCircleOutlined aria-label={t('tier.serviceLevel')} /> {serviceWords(level)}
          {level.stop !== undefined && (
            <span className="node-muted"> {t('subjects.clockStops', { stop: text(level.stop) })}</span>
          )}
        </div>
      ))}
    </section>
  );
}
