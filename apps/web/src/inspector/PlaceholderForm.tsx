import type { PlaceholderNode } from '@terrace/model';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function PlaceholderForm({ node }: { readonly node: PlaceholderNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Alert type="warning" showIcon title={t('placeholder.hint')} className="inspector-note" />
      <pre className="code placeholder-json">{JSON.stringify(node.original, null, 2)}</pre>
    </>
  );
}
