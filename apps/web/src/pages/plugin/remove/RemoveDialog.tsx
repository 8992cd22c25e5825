import type { Plugin } from '@terrace/client';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { refresh, useCall } from '../../../api/useCall';
import { IssueLines } from '../../../components/IssueLines';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useText } from '../../../i18n/useText';
import { AffectedModels } from '../AffectedModels';
import { ExportButton } from '../ExportButton';
import { pluginChanges } from '../plugin-changes';
import { LostRecords } from './LostRecords';

interface RemoveDialogProps {
  readonly plugin: Plugin;
  onClose(): void;
  /** Leaves the plugin's page. */
  onRemoved(): Promise<void>;
}

/** Removes a plugin: its records stay, can be taken along first, or are deleted after its id was typed. */
export function RemoveDialog({ plugin, onClose, onRemoved }: RemoveDialogProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  const [data, setData] = useState<'keep' | 'purge'>('keep');
  const [typed, setTyped] = useState('');
  const params = { id: plugin.id };
  const name = text(plugin.name);
  const preview = useCall('previewRemoval', { params }, { staleTime: 0 });
  const client = useQueryClient();
  const remove = useAct('removePlugin', {
    onDone: async () => {
      void message.success(t('plugin.nowRemoved', { name }));
      // Its page is left first: it would ask for what is gone.
      await onRemoved();
      await refresh(client, pluginChanges);
    },
  });
  const found = preview.data;
  const hasRecords = found?.data.some(({ recordCount }) => recordCount > 0) ?? false;
  const isPurge = data === 'purge';
  const isBlocked = isPurge && (found === undefined || found.purgeIssues.length > 0 || typed !== plugin.id);
  return (
    <Modal
      open
      width={600}
      title={t('plugin.removeTitle', { name })}
      okText={t(isPurge ? 'plugin.removeAndPurge' : 'plugin.remove')}
      okButtonProps={{
        danger: true,
        disabled: found === undefined || isBlocked,
        'data-testid': 'remove-confirm',
      }}
      confirmLoading={remove.isPending}
      onOk={() => remove.mutate({ params, query: { data, ...(isPurge ? { confirm: typed } : {}) } })}
      onCancel={onClose}
    >
      {preview.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found !== undefined && (
        <Form layout="vertical">
          <Form.Item label={t('plugin.recordsAfter')}>
            <Radio.Group
              className="choice-list"
              value={data}
              onChange={({ target }) => setData(target.value as 'keep' | 'purge')}
            >
              <Radio value="keep" data-testid="remove-keep">
                {t('plugin.keepRecords')}
              </Radio>
              <Radio value="purge" data-testid="remove-purge">
                {t('plugin.purgeRecords')}
              </Radio>
            </Radio.Group>
          </Form.Item>
          {hasRecords && (
            <p className="plain-text">
              {t('plugin.exportFirst')} <ExportButton pluginId={plugin.id} />
            </p>
          )}
          <section className="dialog-section">
            {isPurge ? (
              <>
                <h3>{t('plugin.lost')}</h3>
                <LostRecords removal={found} />
                {found.purgeIssues.length > 0 ? (
                  <Alert
                    type="error"
                    showIcon
                    title={t('plugin.cannotPurge')}
                    description={<IssueLines issues={found.purgeIssues} />}
                  />
                ) : (
                  <Form.Item label={t('plugin.typeId', { id: plugin.id })} htmlFor="confirm-id">
                    <Input
                      id="confirm-id"
                      className="code"
                      value={typed}
                      autoComplete="off"
                      spellCheck={false}
                      placeholder={plugin.id}
                      data-testid="remove-typed"
                      onChange={({ target }) => setTyped(target.value)}
                    />
                  </Form.Item>
                )}
              </>
            ) : (
              <>
                <h3>{t('plugin.modelsWithout')}</h3>
                <AffectedModels models={found.models} />
              </>
            )}
          </section>
        </Form>
      )}
      <ProblemAlert error={preview.error ?? remove.error} />
    </Modal>
  );
}
