import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Flex, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useText } from '../../../i18n/useText';
import { pluginChanges } from '../plugin-changes';
import { SourceChoice, type ChosenSource } from '../source/SourceChoice';
import { UpgradeDialog } from '../upgrade/UpgradeDialog';
import { StagedSummary } from './StagedSummary';

/** Installs a plugin after showing what it is; one that is installed already is upgraded. */
export function InstallDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<ChosenSource>();
  const [isUpgrading, setUpgrading] = useState(false);
  const install = useAct('installPlugin', {
    refreshes: pluginChanges,
    onDone: (plugin) => {
      void message.success(t('plugin.nowInstalled', { name: text(plugin.name) }));
      onClose();
      void navigate({ to: '/plugins/$pluginId', params: { pluginId: plugin.id } });
    },
  });
  const staged = chosen?.staged;
  const isInstalled = staged !== undefined && staged.installedVersion !== null;
  if (isUpgrading && staged !== undefined)
    return (
      <UpgradeDialog
        pluginId={staged.manifest.id}
        name={text(staged.manifest.name)}
        source={chosen?.source}
        onClose={onClose}
      />
    );
  return (
    <Modal
      open
      width={640}
      title={t('plugin.installTitle')}
      onCancel={onClose}
      footer={
        <Flex justify="flex-end" gap={8} wrap>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          {isInstalled ? (
            <Button type="primary" data-testid="to-upgrade" onClick={() => setUpgrading(true)}>
              {t('plugin.seeUpgrade')}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={chosen === undefined || (staged?.issues.length ?? 0) > 0}
              loading={install.isPending}
              data-testid="install-confirm"
              onClick={() => chosen !== undefined && install.mutate({ body: { source: chosen.source } })}
            >
              {t('plugin.install')}
            </Button>
          )}
        </Flex>
      }
    >
      <SourceChoice
        onChange={(next) => {
          install.reset();
          setChosen(next);
        }}
      />
      {isInstalled && (
        <Alert
          className="page-note"
          type="info"
          showIcon
          title={t('plugin.isInstalled', { version: staged.installedVersion })}
        />
      )}
      {staged !== undefined && <StagedSummary staged={staged} />}
      {install.isPending && (
        <p role="status" className="node-muted">
          {t('plugin.installing')}
        </p>
      )}
      <ProblemAlert error={install.error} />
    </Modal>
  );
}
