import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Delivery, Webhook } from '@terrace/client';
import { Button, Drawer, Flex, Form, Input, Popconfirm, Switch, Table, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { EmptyHint } from '../../components/EmptyHint';
import { PagedTable } from '../../components/PagedTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { usePaging } from '../../components/usePaging';
import { useFormat } from '../../i18n/useFormat';
import { FormModal } from '../../components/FormModal';
import { SecretOnce } from './SecretOnce';

interface WebhookFields {
  readonly name: string;
  readonly url: string;
}

export function WebhooksTab(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { isAdministrator } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [shown, setShown] = useState<Webhook>();
  const webhooks = useCall('listWebhooks', { query: { pageSize: 200 } });
  const create = useAct('createWebhook', {
    refreshes: ['listWebhooks'],
    onDone: (webhook) => {
      setAdding(false);
      setSecret(webhook.secret);
    },
  });
  const update = useAct('updateWebhook', { refreshes: ['listWebhooks'] });
  const remove = useAct('deleteWebhook', { refreshes: ['listWebhooks'] });
  return (
    <>
      <Flex justify="space-between" className="filters" gap={12} wrap>
        <span className="node-muted">{t('settings.webhooksHint')}</span>
        {isAdministrator && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="add-webhook"
            onClick={() => setAdding(true)}
          >
            {t('settings.addWebhook')}
          </Button>
        )}
      </Flex>
      <ProblemAlert error={webhooks.error ?? update.error ?? remove.error} />
      <Table<Webhook>
        rowKey="id"
        loading={webhooks.isPending}
        dataSource={webhooks.data?.items ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <EmptyHint text={t('settings.noWebhooks')} /> }}
        columns={[
          { title: t('settings.webhookName'), render: (_, { name }) => name },
          { title: t('settings.url'), render: (_, { url }) => <code className="url">{url}</code> },
          {
            title: t('settings.enabled'),
            render: (_, webhook) => (
              <Switch
                checked={webhook.isEnabled}
                disabled={!isAdministrator}
                aria-label={t('settings.enabledOf', { name: webhook.name })}
                onChange={(isEnabled) => update.mutate({ params: { id: webhook.id }, body: { isEnabled } })}
              />
            ),
          },
          { title: t('settings.createdAt'), render: (_, { createdAt }) => format.dateTime(createdAt) },
          ...(isAdministrator
            ? [
                {
                  key: 'actions',
                  align: 'right' as const,
                  render: (_: unknown, webhook: Webhook) => (
                    <Flex gap={4} justify="flex-end">
                      <Button size="small" onClick={() => setShown(webhook)}>
                        {t('settings.deliveries')}
                      </Button>
                      <Popconfirm
                        title={t('settings.deleteWebhook', { name: webhook.name })}
                        okText={t('form.delete')}
                        okButtonProps={{ danger: true }}
                        onConfirm={() => remove.mutate({ params: { id: webhook.id } })}
                      >
                        <Button
                          size="small"
                          danger
                          type="text"
                          icon={<DeleteOutlined />}
                          aria-label={t('settings.deleteWebhookLabel', { name: webhook.name })}
                        />
                      </Popconfirm>
                    </Flex>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormModal<WebhookFields>
        isOpen={isAdding}
        title={t('settings.addWebhook')}
        okText={t('form.add')}
        isPending={create.isPending}
        error={create.error}
        onSubmit={(body) => create.mutate({ body })}
        onClose={() => setAdding(false)}
      >
        <Form.Item
          name="name"
          label={t('settings.webhookName')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="url"
          label={t('settings.url')}
          rules={[
            { required: true, message: t('form.required') },
            { pattern: /^https?:\/\/\S+$/, message: t('settings.urlRule') },
          ]}
        >
          <Input maxLength={2000} placeholder="https://" />
        </Form.Item>
      </FormModal>
      <Drawer
        open={shown !== undefined}
        title={t('settings.deliveriesOf', { name: shown?.name ?? '' })}
        size="min(760px, 92vw)"
        onClose={() => setShown(undefined)}
      >
        {shown !== undefined && <Deliveries id={shown.id} />}
      </Drawer>
      <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

const deliveryColors: Record<Delivery['state'], string> = {
  pending: 'blue',
  delivered: 'green',
  failed: 'red',
};

function Deliveries({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const paging = usePaging(20);
  const deliveries = useCall(
    'listDeliveries',
    { params: { id }, query: paging.query },
    { keepPrevious: true },
  );
  return (
    <>
      <ProblemAlert error={deliveries.error} />
      <PagedTable<Delivery>
        size="small"
        rowKey="messageId"
        list={deliveries}
        paging={paging}
        empty={<EmptyHint text={t('settings.noDeliveries')} />}
        columns={[
          { title: t('settings.createdAt'), render: (_, { createdAt }) => format.dateTime(createdAt) },
          {
            title: t('models.state'),
            render: (_, { state }) => (
              <Tag color={deliveryColors[state]}>{t(`settings.delivery.${state}`)}</Tag>
            ),
          },
          { title: t('settings.attempts'), align: 'right', render: (_, { attempts }) => attempts },
          {
            title: t('settings.answer'),
            render: (_, { lastStatus, lastError }) =>
              [lastStatus, lastError].filter(Boolean).join(' · ') || '–',
          },
          { title: 'webhook-id', render: (_, { messageId }) => <code className="url">{messageId}</code> },
        ]}
      />
    </>
  );
}
