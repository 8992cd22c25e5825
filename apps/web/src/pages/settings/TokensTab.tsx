import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { roles, type Role, type Token } from '@terrace/client';
import { Button, Flex, Form, Input, InputNumber, Popconfirm, Select, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useFormat } from '../../i18n/useFormat';
import { FormModal } from '../../components/FormModal';
import { SecretOnce } from './SecretOnce';

interface NewToken {
  readonly name: string;
  readonly role: Role;
  readonly expiresInDays?: number | null;
}

export function TokensTab(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const tokens = useCall('listTokens', { query: { pageSize: 200 } });
  const create = useAct('createToken', {
    refreshes: ['listTokens'],
    onDone: (token) => {
      setAdding(false);
      setSecret(token.secret);
    },
  });
  const remove = useAct('deleteToken', { refreshes: ['listTokens'] });
  return (
    <>
      <Flex justify="space-between" className="filters" gap={12} wrap>
        <span className="node-muted">{t('settings.tokensHint')}</span>
        <Button
          type="primary"
          icon={<PlusOutlined />}
          data-testid="add-token"
          onClick={() => setAdding(true)}
        >
          {t('settings.addToken')}
        </Button>
      </Flex>
      <ProblemAlert error={tokens.error ?? remove.error} />
      <Table<Token>
        rowKey="id"
        loading={tokens.isPending}
        dataSource={tokens.data?.items ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <EmptyHint text={t('settings.noTokens')} /> }}
        columns={[
          { title: t('settings.tokenName'), render: (_, { name }) => name },
          { title: t('settings.role'), render: (_, { role }) => t(`role.${role}`) },
          { title: t('settings.createdAt'), render: (_, { createdAt }) => format.dateTime(createdAt) },
          { title: t('settings.lastUsedAt'), render: (_, { lastUsedAt }) => format.dateTime(lastUsedAt) },
          { title: t('settings.expiresAt'), render: (_, { expiresAt }) => format.date(expiresAt) },
          {
            key: 'delete',
            align: 'right',
            render: (_, token) => (
              <Popconfirm
                title={t('settings.revokeConfirm', { name: token.name })}
                okText={t('settings.revoke')}
                okButtonProps={{ danger: true }}
                onConfirm={() => remove.mutate({ params: { id: token.id } })}
              >
                <Button size="small" danger type="text" icon={<DeleteOutlined />}>
                  {t('settings.revoke')}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
      <FormModal<NewToken>
        isOpen={isAdding}
        title={t('settings.addToken')}
        okText={t('form.create')}
        isPending={create.isPending}
        error={create.error}
        initialValues={{ role: 'viewer', expiresInDays: 90 }}
        onSubmit={({ name, role, expiresInDays }) =>
          create.mutate({ body: { name, role, ...(expiresInDays ? { expiresInDays } : {}) } })
        }
        onClose={() => setAdding(false)}
      >
        <Form.Item
          name="name"
          label={t('settings.tokenName')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={100} data-testid="token-name" />
        </Form.Item>
        <Form.Item name="role" label={t('settings.role')}>
          <Select options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
        </Form.Item>
        <Form.Item name="expiresInDays" label={t('settings.expiresInDays')} extra={t('settings.expiresHint')}>
          <InputNumber min={1} max={3650} precision={0} className="wide" />
        </Form.Item>
      </FormModal>
      <SecretOnce secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}
