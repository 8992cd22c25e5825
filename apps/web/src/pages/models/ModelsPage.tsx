import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ModelSummary } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { App, Button, Flex, Popconfirm, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { LinkButton } from '../../components/LinkButton';
import { Page } from '../../components/Page';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';

export function ModelsPage(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { message } = App.useApp();
  const { isDesigner } = useSession();
  const paging = usePaging(50);
  const models = useCall('listModels', { query: paging.query }, { keepPrevious: true });
  const templates = useCall('listTemplates', {}, { staleTime: 60_000 });
  /** A template of a plugin that is gone is shown by its id. */
  const templateName = (id: string | null | undefined): string =>
    text(templates.data?.items.find((template) => template.id === id)?.name) || (id ?? '–');
  const remove = useAct('deleteModel', {
    refreshes: ['listModels'],
    onDone: () => void message.success(t('models.deleted')),
  });
  const create = (
    <LinkButton
      to="/models/new"
      search={{}}
      color="primary"
      variant="solid"
      icon={<PlusOutlined />}
      data-testid="create-model"
    >
      {t('models.create')}
    </LinkButton>
  );
  return (
    <Page title={t('models.title')} subtitle={t('models.subtitle')} actions={isDesigner ? create : undefined}>
      <ProblemAlert error={models.error ?? remove.error} />
      <PagedTable<ModelSummary>
        rowKey="id"
        size="middle"
        list={models}
        paging={paging}
        empty={<EmptyHint text={t('models.empty')}>{isDesigner && create}</EmptyHint>}
        columns={[
          {
            title: t('models.name'),
            render: (_, model) => (
              <Link to="/models/$modelId" params={{ modelId: model.id }} data-testid={`model-${model.id}`}>
                {text(model.name)}
              </Link>
            ),
          },
          {
            title: t('models.state'),
            render: (_, model) => (
              <Flex gap={4} wrap>
                {model.publishedVersion === null ? (
                  <Tag>{t('models.neverPublished')}</Tag>
                ) : (
                  <Tag color="blue">{t('models.publishedVersion', { number: model.publishedVersion })}</Tag>
                )}
                {model.publishedVersion !== null && model.hasUnpublishedChanges && (
                  <Tag color="orange">{t('models.unpublished')}</Tag>
                )}
                {model.appliedVersion !== null && (
                  <Tag color="green">{t('models.appliedVersion', { number: model.appliedVersion })}</Tag>
                )}
              </Flex>
            ),
          },
          { title: t('models.template'), render: (_, model) => templateName(model.template) },
          { title: t('models.updated'), render: (_, model) => format.dateTime(model.updatedAt) },
          {
            title: t('models.go'),
            render: (_, model) => (
              <Flex gap={12}>
                <Link to="/models/$modelId/runs" params={{ modelId: model.id }}>
                  {t('editor.runs')}
                </Link>
                <Link to="/models/$modelId/results" params={{ modelId: model.id }} search={{}}>
                  {t('editor.results')}
                </Link>
              </Flex>
            ),
          },
          ...(isDesigner
            ? [
                {
                  key: 'delete',
                  align: 'right' as const,
                  render: (_: unknown, model: ModelSummary) => (
                    <Popconfirm
                      title={t('models.deleteConfirm', { name: text(model.name) })}
                      okButtonProps={{ danger: true }}
                      okText={t('form.delete')}
                      onConfirm={() => remove.mutate({ params: { id: model.id } })}
                    >
                      <Button
                        type="text"
                        icon={<DeleteOutlined />}
                        disabled={model.appliedVersion !== null}
                        title={model.appliedVersion === null ? t('form.delete') : t('models.cannotDelete')}
                        aria-label={t('models.deleteLabel', { name: text(model.name) })}
                      />
                    </Popconfirm>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}
