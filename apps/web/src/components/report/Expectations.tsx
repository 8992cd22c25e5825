import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { RunReport } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { useMeasureWords } from './useMeasureWords';

/** What is expected of the figures, whether it is met, and what the figure is. */
export function Expectations({ report }: { readonly report: RunReport }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const say = useMeasureWords();
  if (report.expectations.length === 0) return null;
  return (
    <ul className="expectations" aria-label={t('report.expectations')}>
      {report.expectations.map((expectation, index) => {
        const { message, isMet, actual, minimum, maximum } = expectation;
        const unit = report.measures.find(({ id }) => id === expectation.measure)?.unit ?? null;
        const bounds =
          minimum !== null && maximum !== null
            ? t('report.between', { minimum: say(minimum, unit), maximum: say(maximum, unit) })
            : minimum !== null
              ? t('report.atLeast', { minimum: say(minimum, unit) })
              : maximum !== null
                ? t('report.atMost', { maximum: say(maximum, unit) })
                : '';
        return (
          <li key={index} className={isMet ? 'is-met' : 'is-missed'}>
            <span className="expectation-state">
              {isMet ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
              {t(isMet ? 'report.met' : 'report.notMet')}
            </span>
            <span>
              {text(message)}{' '}
              <span className="node-muted">{t('report.actual', { actual: say(actual, unit), bounds })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
