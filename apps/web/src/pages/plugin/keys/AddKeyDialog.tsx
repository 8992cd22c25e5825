import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { FormModal } from '../../../components/FormModal';

interface Fields {
  readonly name: string;
  readonly publicKey: string;
}

/** Trusts a key from now on. */
export function AddKeyDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const add = useAct('addSigningKey', {
    refreshes: ['listSigningKeys', 'listPlugins', 'getPlugin'],
    onDone: onClose,
  });
  const required = { required: true, whitespace: true, message: t('form.required') };
  return (
    <FormModal<Fields>
      isOpen
      title={t('plugin.addKey')}
      okText={t('plugin.trust')}
      isPending={add.isPending}
      error={add.error}
      onSubmit={({ name, publicKey }) => add.mutate({ body: { name, publicKey } })}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('plugin.keyName')} extra={t('plugin.keyNameHint')} rules={[required]}>
        <Input maxLength={100} autoFocus data-testid="key-name" />
      </Form.Item>
      <Form.Item
        name="publicKey"
        label={t('plugin.publicKey')}
        extra={t('plugin.publicKeyHint')}
        rules={[required]}
      >
        <Input.TextArea
          className="code"
          autoSize={{ minRows: 4, maxRows: 8 }}
          maxLength={2000}
          spellCheck={false}
          placeholder={'-----BEGIN PUBLIC KEY-----\n…\n-----END PUBLIC KEY-----'}
          data-testid="key-pem"
        />
      </Form.Item>
    </FormModal>
  );
}
