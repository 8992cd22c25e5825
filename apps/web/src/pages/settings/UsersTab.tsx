import { PlusOutlined } from '@ant-design/icons';
import { roles, type Role, type User } from '@terrace/client';
import { App, Button, Flex, Form, Input, Select, Switch, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useCall } from '../../api/useCall';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useFormat } from '../../i18n/useFormat';
import { FormModal } from '../../components/FormModal';

interface NewUser {
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

export function UsersTab(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<User>();
  const users = useCall('listUsers', { query: { pageSize: 200 } });
  const create = useAct('createUser', { refreshes: ['listUsers'], onDone: () => setAdding(false) });
  const update = useAct('updateUser', {
    refreshes: ['listUsers', 'getSession'],
    onDone: () => {
      setChanging(undefined);
      void message.success(t('form.saved'));
    },
  });
  const roleOptions = roles.map((role) => ({ value: role, label: t(`role.${role}`) }));
  const passwordRules = [
    { required: true, message: t('form.required') },
    { min: 10, message: t('setup.passwordRule') },
  ];
  return (
    <>
      <Flex justify="flex-end" className="filters">
        <Button type="primary" icon={<PlusOutlined />} data-testid="add-user" onClick={() => setAdding(true)}>
          {t('settings.addUser')}
        </Button>
      </Flex>
      <ProblemAlert error={users.error ?? (changing === undefined ? update.error : null)} />
      <Table<User>
        rowKey="id"
        loading={users.isPending}
        dataSource={users.data?.items ?? []}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('access.name'), render: (_, { name }) => name },
          {
            title: t('settings.role'),
            render: (_, user) => (
              <Select
                value={user.role}
                options={roleOptions}
                popupMatchSelectWidth={false}
                aria-label={t('settings.roleOf', { name: user.name })}
                onChange={(role: Role) => update.mutate({ params: { id: user.id }, body: { role } })}
              />
            ),
          },
          {
            title: t('settings.active'),
            render: (_, user) => (
              <Switch
                checked={user.isActive}
                aria-label={t('settings.activeOf', { name: user.name })}
                onChange={(isActive) => update.mutate({ params: { id: user.id }, body: { isActive } })}
              />
            ),
          },
          { title: t('settings.createdAt'), render: (_, { createdAt }) => format.dateTime(createdAt) },
          {
            key: 'password',
            align: 'right',
            render: (_, user) => (
              <Button
                size="small"
                onClick={() => {
                  update.reset();
                  setChanging(user);
                }}
              >
                {t('settings.setPassword')}
              </Button>
            ),
          },
        ]}
      />
      <FormModal<NewUser>
        isOpen={isAdding}
        title={t('settings.addUser')}
        okText={t('form.add')}
        isPending={create.isPending}
        error={create.error}
        initialValues={{ role: 'viewer' }}
        onSubmit={(body) => create.mutate({ body })}
        onClose={() => setAdding(false)}
      >
        <Form.Item
          name="name"
          label={t('access.name')}
          rules={[
            { required: true, message: t('form.required') },
            { pattern: /^\s*[\p{L}\p{N}._@+-]{2,100}\s*$/u, message: t('setup.nameRule') },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('settings.role')}>
          <Select options={roleOptions} />
        </Form.Item>
        <Form.Item name="password" label={t('access.password')} rules={passwordRules}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </FormModal>
      <FormModal<{ password: string }>
        isOpen={changing !== undefined}
        title={t('settings.setPasswordOf', { name: changing?.name ?? '' })}
        okText={t('form.save')}
        isPending={update.isPending}
        error={changing === undefined ? null : update.error}
        onSubmit={(body) => changing !== undefined && update.mutate({ params: { id: changing.id }, body })}
        onClose={() => setChanging(undefined)}
      >
        <Form.Item name="password" label={t('access.password')} rules={passwordRules}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </FormModal>
    </>
  );
}
