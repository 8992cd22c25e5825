import { Button, Result } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';

/** Shown when a page could not be shown at all. */
export function RouteFailure({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={t('failure.title')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('failure.reload')}
        </Button>
      }
    >
      <ProblemAlert error={error} />
    </Result>
  );
}
