import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { SigningKey } from '@terrace/client';
import { Alert, Button, Flex, Popconfirm, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { useCall } from '../../../api/useCall';
import { EmptyHint } from '../../../components/EmptyHint';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useFormat } from '../../../i18n/useFormat';
import { AddKeyDialog } from './AddKeyDialog';

/** The keys whose signatures are trusted, and whether a plugin needs one. */
export function SigningKeys(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const keys = useCall('listSigningKeys', {});
  const remove = useAct('removeSigningKey', { refreshes: ['listSigningKeys', 'listPlugins', 'getPlugin'] });
  return (
    <>
      {keys.data !== undefined && (
        <Alert
          className="page-note"
          type={keys.data.allowUnsigned ? 'warning' : 'info'}
          showIcon
          title={t(keys.data.allowUnsigned ? 'plugin.unsignedAllowed' : 'plugin.unsignedRefused')}
          description={<code>TERRACE_ALLOW_UNSIGNED_PLUGINS={keys.data.allowUnsigned ? '1' : '0'}</code>}
        />
      )}
      <Flex justify="space-between" align="center" className="filters" gap={12} wrap>
        <span className="node-muted">{t('plugin.keysHint')}</span>
        <Button type="primary" icon={<PlusOutlined />} data-testid="add-key" onClick={() => setAdding(true)}>
          {t('plugin.addKey')}
        </Button>
      </Flex>
      <ProblemAlert error={keys.error ?? remove.error} />
      <Table<SigningKey>
        rowKey="fingerprint"
        loading={keys.isPending}
        dataSource={keys.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: <EmptyHint text={t('plugin.noKeys')} /> }}
        columns={[
          { title: t('plugin.keyName'), render: (_, { name }) => name },
          {
            title: t('plugin.fingerprint'),
            render: (_, { fingerprint }) => <span className="fingerprint">{fingerprint}</span>,
          },
          { title: t('plugin.addedAt'), render: (_, { addedAt }) => format.dateTime(addedAt) },
          { title: t('plugin.addedBy'), render: (_, { addedBy }) => addedBy },
          {
            key: 'remove',
            align: 'right',
            render: (_, key) => (
              <Popconfirm
                title={t('plugin.removeKeyConfirm', { name: key.name })}
                description={t('plugin.removeKeyText')}
                okText={t('plugin.removeKey')}
                okButtonProps={{ danger: true }}
                onConfirm={() => remove.mutate({ params: { fingerprint: key.fingerprint } })}
              >
                <Button
                  size="small"
                  danger
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('plugin.removeKeyLabel', { name: key.name })}
                >
                  {t('plugin.removeKey')}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
      {isAdding && <AddKeyDialog onClose={() => setAdding(false)} />}
    </>
  );
}
