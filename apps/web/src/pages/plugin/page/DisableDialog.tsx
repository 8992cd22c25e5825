import type { Plugin } from '@terrace/client';
import { App, Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { useCall } from '../../../api/useCall';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useText } from '../../../i18n/useText';
import { AffectedModels } from '../AffectedModels';
import { pluginChanges } from '../plugin-changes';

interface DisableDialogProps {
  readonly plugin: Plugin;
  onClose(): void;
}

/** Says what disabling does to models before it is done. */
export function DisableDialog({ plugin, onClose }: DisableDialogProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  const params = { id: plugin.id };
  const name = text(plugin.name);
  const preview = useCall('previewDisabling', { params }, { staleTime: 0 });
  const disable = useAct('disablePlugin', {
    refreshes: pluginChanges,
    onDone: () => {
      void message.success(t('plugin.nowDisabled', { name }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('plugin.disableTitle', { name })}
      okText={t('plugin.disable')}
      okButtonProps={{ disabled: preview.data === undefined, 'data-testid': 'disable-confirm' }}
      confirmLoading={disable.isPending}
      onOk={() => disable.mutate({ params })}
      onCancel={onClose}
    >
      <p className="plain-text">{t('plugin.disableText')}</p>
      {preview.isPending && <Skeleton active />}
      {preview.data !== undefined && <AffectedModels models={preview.data.models} />}
      <ProblemAlert error={preview.error ?? disable.error} />
    </Modal>
  );
}
