import { CloudUploadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Card, Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { LinkButton } from '../../components/LinkButton';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';
import { useLanguage } from '../../store/preferences';
import { IndustryCard } from './IndustryCard';

/** The ways to begin: an industry with its sample, or a file of one's own. */
export function FirstStart(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const { isDesigner } = useSession();
  const plugins = useCall('listPlugins', {}, { staleTime: 60_000 });
  if (!isDesigner) return <EmptyHint text={t('home.viewerEmpty')} />;
  const industries = (plugins.data?.items ?? [])
    .filter(({ isEnabled, samples }) => isEnabled && samples.length > 0)
    .sort((a, b) => text(a.name).localeCompare(text(b.name), language));
  return (
    <>
      <ProblemAlert error={plugins.error} />
      {plugins.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {plugins.isSuccess && industries.length === 0 && (
        <Card className="page-note">
          <EmptyHint text={t('home.noSample')}>
            <LinkButton to="/plugins">{t('navigation.plugins')}</LinkButton>
          </EmptyHint>
        </Card>
      )}
      <div className="industries">
        {industries.map((plugin) => (
          <IndustryCard key={plugin.id} plugin={plugin} />
        ))}
      </div>
      <Card className="own-file">
        <Flex gap={20} align="center" wrap>
          <CloudUploadOutlined className="choice-icon" aria-hidden />
          <div className="own-file-text">
            <h2>{t('home.ownTitle')}</h2>
            <p>{t('home.ownText')}</p>
          </div>
          <LinkButton to="/data/import" search={{}} size="large" data-testid="own-file">
            {t('home.ownButton')}
          </LinkButton>
        </Flex>
      </Card>
      <p className="node-muted">
        {t('home.morePlugins')} <Link to="/plugins">{t('navigation.plugins')}</Link>
      </p>
    </>
  );
}
