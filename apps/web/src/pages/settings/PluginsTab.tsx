import { Alert, Card, Col, Descriptions, Row, Skeleton, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { useCatalog } from '../../api/useCatalog';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';

/** The plugins and what each of them brings. */
export function PluginsTab(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const plugins = useCall('listPlugins', {});
  const templates = useCall('listTemplates', {});
  const dimensions = useCall('listDimensions', {});
  const { subjectTypes, eventTypes } = useCatalog();
  if (plugins.isPending) return <Skeleton active />;
  if (plugins.isError) return <ProblemAlert error={plugins.error} />;
  if (plugins.data.items.length === 0) return <EmptyHint text={t('settings.noPlugins')} />;
  const list = (names: readonly string[]): string => names.join(t('operator.comma')) || '–';
  return (
    <Row gutter={[16, 16]}>
      {plugins.data.items.map((plugin) => (
        <Col xs={24} xl={12} key={plugin.id}>
          <Card
            size="small"
            className="fill"
            title={`${text(plugin.name)} ${plugin.version}`}
            extra={
              <Tag color={plugin.isEnabled ? 'green' : 'red'}>
                {t(plugin.isEnabled ? 'settings.pluginOn' : 'settings.pluginOff')}
              </Tag>
            }
          >
            {plugin.problem !== null && (
              <Alert className="page-note" type="error" showIcon title={text(plugin.problem)} />
            )}
            <p>{text(plugin.description)}</p>
            <Descriptions
              size="small"
              column={1}
              items={[
                {
                  key: 'types',
                  label: t('settings.brings.types'),
                  children: list(
                    [...subjectTypes, ...eventTypes]
                      .filter(({ owner }) => owner === plugin.id)
                      .map(({ name }) => text(name)),
                  ),
                },
                {
                  key: 'dimensions',
                  label: t('settings.brings.dimensions'),
                  children: list(
                    (dimensions.data?.items ?? [])
                      .filter(({ owner }) => owner === plugin.id)
                      .map(({ node }) => text(node.name)),
                  ),
                },
                {
                  key: 'templates',
                  label: t('settings.brings.templates'),
                  children: list(
                    (templates.data?.items ?? [])
                      .filter(({ owner }) => owner === plugin.id)
                      .map(({ name }) => text(name)),
                  ),
                },
                {
                  key: 'samples',
                  label: t('settings.brings.samples'),
                  children: list(
                    plugin.samples.map(
                      ({ name, isLoaded }) => `${text(name)}${isLoaded ? t('settings.loaded') : ''}`,
                    ),
                  ),
                },
              ]}
            />
          </Card>
        </Col>
      ))}
    </Row>
  );
}
