import { Alert, Modal, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SecretOnceProps {
  readonly secret: string | undefined;
  onClose(): void;
}

/** Shows a secret that will not be shown again. */
export function SecretOnce({ secret, onClose }: SecretOnceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      open={secret !== undefined}
      title={t('settings.secretTitle')}
      onOk={onClose}
      onCancel={onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
      okText={t('settings.secretSaved')}
      mask={{ closable: false }}
    >
      <Alert type="warning" showIcon title={t('settings.secretOnce')} />
      <Typography.Paragraph
        className="secret"
        data-testid="secret"
        copyable={{ text: secret ?? '', tooltips: [t('form.copy'), t('form.copied')] }}
      >
        {secret}
      </Typography.Paragraph>
    </Modal>
  );
}
