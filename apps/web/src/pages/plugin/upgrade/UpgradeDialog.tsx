import type { PluginSource } from '@terrace/client';
import { App, Button, Flex, Modal, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { pluginChanges } from '../plugin-changes';
import { SourceChoice, type ChosenSource } from '../source/SourceChoice';
import { UpgradeSummary } from './UpgradeSummary';

interface UpgradeDialogProps {
  readonly pluginId: string;
  readonly name: string;
  /** The version to upgrade to, when it was chosen before. */
  readonly source?: PluginSource | undefined;
  onClose(): void;
}

/** Chooses a version, shows what it would change, and upgrades to it. */
export function UpgradeDialog({ pluginId, name, source: given, onClose }: UpgradeDialogProps): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const params = { id: pluginId };
  const [chosen, setChosen] = useState<ChosenSource>();
  const preview = useAct('previewUpgrade');
  const upgrade = useAct('upgradePlugin', {
    refreshes: pluginChanges,
    onDone: (plugin) => {
      void message.success(t('plugin.nowUpgraded', { name, version: plugin.version }));
      onClose();
    },
  });
  /** Forgets what was found about another version, even when the answer is still to come. */
  const choose = (next: ChosenSource | undefined): void => {
    preview.reset();
    upgrade.reset();
    setChosen(next);
  };
  const { mutate: look } = preview;
  useEffect(() => {
    if (given !== undefined) look({ params: { id: pluginId }, body: { source: given } });
  }, [given, look, pluginId]);
  const found = preview.data;
  // What is upgraded to is what was looked at.
  const source = preview.variables?.body.source;
  const isChoosing = found === undefined && given === undefined;
  return (
    <Modal
      open
      width={720}
      title={
        found === undefined
          ? t('plugin.upgradeTitle', { name })
          : t('plugin.upgradeFromTo', { name, from: found.from, to: found.to })
      }
      onCancel={onClose}
      footer={
        <Flex justify="flex-end" gap={8} wrap>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          {found !== undefined && given === undefined && (
            <Button onClick={() => choose(undefined)}>{t('form.back')}</Button>
          )}
          {found === undefined ? (
            <Button
              type="primary"
              disabled={chosen === undefined}
              loading={preview.isPending}
              data-testid="preview-upgrade"
              onClick={() =>
                chosen !== undefined && preview.mutate({ params, body: { source: chosen.source } })
              }
            >
              {t('plugin.seeUpgrade')}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={!found.canUpgrade}
              loading={upgrade.isPending}
              data-testid="upgrade-confirm"
              onClick={() => source !== undefined && upgrade.mutate({ params, body: { source } })}
            >
              {t('plugin.upgradeTo', { version: found.to })}
            </Button>
          )}
        </Flex>
      }
    >
      {isChoosing && <SourceChoice onChange={choose} />}
      {preview.isPending && (
        <>
          <p role="status" className="node-muted">
            {t('plugin.previewing')}
          </p>
          <Skeleton active />
        </>
      )}
      {found !== undefined && <UpgradeSummary preview={found} />}
      {upgrade.isPending && (
        <p role="status" className="node-muted">
          {t('plugin.upgrading')}
        </p>
      )}
      <ProblemAlert error={upgrade.error ?? preview.error} />
    </Modal>
  );
}
