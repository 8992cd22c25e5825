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
import { CandidateSummary } from './CandidateSummary';

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
  const inspect = useAct('inspectPlugin');
  // A packed file was looked into when it was sent.
  const candidate = chosen?.candidate ?? inspect.data;
  const isInstalled = candidate !== undefined && candidate.installedVersion !== null;
  if (isUpgrading && candidate !== undefined)
    return (
      <UpgradeDialog
        pluginId={candidate.manifest.id}
        name={text(candidate.manifest.name)}
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
          {candidate === undefined ? (
            <Button
              type="primary"
              disabled={chosen === undefined}
              loading={inspect.isPending}
              data-testid="inspect-plugin"
              onClick={() => chosen !== undefined && inspect.mutate({ body: { source: chosen.source } })}
            >
              {t('plugin.inspect')}
            </Button>
          ) : isInstalled ? (
            <Button type="primary" data-testid="to-upgrade" onClick={() => setUpgrading(true)}>
              {t('plugin.seeUpgrade')}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={candidate.issues.length > 0}
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
          inspect.reset();
          setChosen(next);
        }}
      />
      {isInstalled && (
        <Alert
          className="page-note"
          type="info"
          showIcon
          title={t('plugin.isInstalled', { version: candidate.installedVersion })}
        />
      )}
      {candidate !== undefined && <CandidateSummary candidate={candidate} />}
      {inspect.isPending && (
        <p role="status" className="node-muted">
          {t('plugin.inspecting')}
        </p>
      )}
      {install.isPending && (
        <p role="status" className="node-muted">
          {t('plugin.installing')}
        </p>
      )}
      <ProblemAlert error={install.error ?? inspect.error} />
    </Modal>
  );
}
