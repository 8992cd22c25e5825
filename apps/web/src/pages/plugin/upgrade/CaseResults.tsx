import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { UpgradePreview } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';

/** How test cases went, with each that failed in words. */
export function CaseResults({ result }: { readonly result: UpgradePreview['testCases'] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { passed, failed } = result;
  if (passed === 0 && failed.length === 0) return <div className="node-muted">{t('plugin.noCases')}</div>;
  return (
    <div>
      {failed.length === 0 ? (
        <span>
          <CheckCircleOutlined className="is-done" aria-hidden />{' '}
          {t('plugin.casesPassed', { count: passed, number: format.number(passed) })}
        </span>
      ) : (
        <span className="effect-stops">
          <CloseCircleOutlined aria-hidden />{' '}
          {t('plugin.casesFailed', {
            count: failed.length,
            number: format.number(failed.length),
            total: format.number(passed + failed.length),
          })}
        </span>
      )}
      {failed.length > 0 && (
        <ul className="dialog-list">
          {failed.map((each) => (
            <li key={text(each.message)}>
              {each.note !== null && `${each.note}${t('plugin.colon')}`}
              {text(each.message)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
