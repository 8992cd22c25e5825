import { AppstoreAddOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../api/useCatalog';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { LinkButton } from '../../components/LinkButton';
import { Page } from '../../components/Page';
import { ProblemAlert } from '../../components/ProblemAlert';
import { FirstStart } from './FirstStart';
import { Overview } from './Overview';

export function HomePage(): ReactNode {
  const { t } = useTranslation();
  const { subjectTypes, eventTypes, isLoading } = useCatalog();
  const { isDesigner } = useSession();
  const models = useCall('listModels', { query: { pageSize: 50 } });
  const isEmpty =
    models.data?.total === 0 &&
    [...subjectTypes, ...eventTypes].every(({ recordCount }) => recordCount === 0);
  // Once shown, the first steps stay until this page is left: the sample's way on would vanish as soon as it is loaded.
  const [wasEmpty, setWasEmpty] = useState(false);
  if (isEmpty && !isLoading && !wasEmpty) setWasEmpty(true);
  return (
    <Page
      title={t(wasEmpty ? 'home.chooseIndustry' : 'home.title')}
      subtitle={wasEmpty ? t('home.welcome') : undefined}
      actions={
        isDesigner && !wasEmpty && models.isSuccess && !isLoading ? (
          <LinkButton to="/start" icon={<AppstoreAddOutlined />} data-testid="add-industry">
            {t('home.addIndustry')}
          </LinkButton>
        ) : undefined
      }
    >
      <ProblemAlert error={models.error} />
      {models.isPending || isLoading ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : wasEmpty ? (
        <FirstStart />
      ) : (
        <Overview models={models.data?.items ?? []} />
      )}
    </Page>
  );
}
