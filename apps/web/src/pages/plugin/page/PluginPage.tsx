import type { PluginDetail } from '@terrace/client';
import { Link, useParams } from '@tanstack/react-router';
import { Breadcrumb, Card, Col, Row } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/useCall';
import { Page } from '../../../components/Page';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { Permissions } from '../../../components/plugin/Permissions';
import { PluginMark } from '../../../components/plugin/PluginMark';
import { PluginTags } from '../../../components/plugin/PluginTags';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useText } from '../../../i18n/useText';
import { Contributions } from './Contributions';
import { PluginActions } from './PluginActions';
import { PluginFacts } from './PluginFacts';
import { PluginModels } from './PluginModels';
import { PluginProblem } from './PluginProblem';
import { PluginRecords } from './PluginRecords';
import { PluginSamples } from './PluginSamples';
import { PluginVersions } from './PluginVersions';

/** Everything about one plugin, and what can be done with it. */
export function PluginPage(): ReactNode {
  const { t } = useTranslation();
  const { pluginId } = useParams({ from: '/signedIn/plugins/$pluginId' });
  const plugin = useCall('getPlugin', { params: { id: pluginId } });
  if (plugin.isError && plugin.data === undefined)
    return (
      <Page title={pluginId} subtitle={<PluginCrumb name={pluginId} />}>
        <ProblemAlert error={plugin.error} />
      </Page>
    );
  if (plugin.data === undefined) return <PageSkeleton />;
  return <PluginOf plugin={plugin.data} title={t('plugin.adds')} />;
}

function PluginCrumb({ name }: { readonly name: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Breadcrumb items={[{ title: <Link to="/plugins">{t('navigation.plugins')}</Link> }, { title: name }]} />
  );
}

function PluginOf({ plugin, title }: { readonly plugin: PluginDetail; readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  return (
    <Page
      title={
        <span className="plugin-title">
          <PluginMark plugin={plugin} />
          {text(plugin.name)}
          <PluginTags plugin={plugin} />
        </span>
      }
      subtitle={<PluginCrumb name={plugin.id} />}
      actions={<PluginActions plugin={plugin} />}
    >
      {plugin.description !== undefined && <p className="plain-text">{text(plugin.description)}</p>}
      <PluginProblem plugin={plugin} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={15} xl={16}>
          <Card size="small" title={title} data-testid="plugin-adds">
            <Contributions plugin={plugin} />
          </Card>
          {plugin.samples.length > 0 && (
            <Card size="small" className="page-section" title={t('plugin.samples')}>
              <PluginSamples plugin={plugin} />
            </Card>
          )}
          <Card size="small" className="page-section" title={t('plugin.models')}>
            <PluginModels plugin={plugin} />
          </Card>
        </Col>
        <Col xs={24} lg={9} xl={8}>
          <Card size="small" title={t('plugin.about')}>
            <PluginFacts plugin={plugin} />
          </Card>
          <Card size="small" className="page-section" title={t('plugin.permissions')}>
            <Permissions permissions={plugin.permissions} limits={plugin.limits} />
          </Card>
          <Card size="small" className="page-section" title={t('plugin.records')}>
            <PluginRecords plugin={plugin} />
          </Card>
          <Card size="small" className="page-section" title={t('plugin.versions')}>
            <PluginVersions plugin={plugin} />
          </Card>
        </Col>
      </Row>
    </Page>
  );
}
