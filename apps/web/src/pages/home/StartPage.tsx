import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { FirstStart } from './FirstStart';

/** The first steps again, for a further industry. */
export function StartPage(): ReactNode {
  const { t } = useTranslation();
  return (
    <Page title={t('home.chooseIndustry')} subtitle={t('home.chooseIndustryText')}>
      <FirstStart />
    </Page>
  );
}
