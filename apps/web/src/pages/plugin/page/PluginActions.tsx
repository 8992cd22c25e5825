import type { PluginDetail } from '@terrace/client';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../../api/useAct';
import { useSession } from '../../../api/useSession';
import { Hint } from '../../../components/Hint';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useText } from '../../../i18n/useText';
import { pluginChanges } from '../plugin-changes';
import { RemoveDialog } from '../remove/RemoveDialog';
import { UpgradeDialog } from '../upgrade/UpgradeDialog';
import { useEnablePlugin } from '../useEnablePlugin';
import { DisableDialog } from './DisableDialog';

type Dialog = 'disable' | 'upgrade' | 'remove';

/** What an administrator can do with a plugin in its present state. */
export function PluginActions({ plugin }: { readonly plugin: PluginDetail }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const { isAdministrator } = useSession();
  const [dialog, setDialog] = useState<Dialog>();
  const fail = (error: unknown): void => {
    modal.error({ title: t('plugin.notDone'), content: <ProblemAlert error={error} />, width: 560 });
  };
  const params = { id: plugin.id };
  const name = text(plugin.name);
  const enable = useEnablePlugin();
  const reload = useAct('reloadPlugin', {
    refreshes: pluginChanges,
    onDone: () => void message.success(t('plugin.reloaded')),
  });
  if (!isAdministrator) return null;
  const { state } = plugin;
  const enableText = {
    disabled: t('plugin.enable'),
    available: t('plugin.install'),
    quarantined: t('plugin.release'),
    faulty: t('plugin.tryAgain'),
    enabled: undefined,
  }[state];
  return (
    <>
      {enableText !== undefined && (
        <Button
          type="primary"
          loading={enable.isPending}
          data-testid="plugin-enable"
          onClick={() => enable.mutateAsync({ params }).catch(fail)}
        >
          {enableText}
        </Button>
      )}
      {plugin.source === 'folder' && state !== 'available' && (
        <Hint title={t('plugin.reloadHint')}>
          <Button loading={reload.isPending} onClick={() => reload.mutateAsync({ params }).catch(fail)}>
            {t('plugin.reload')}
          </Button>
        </Hint>
      )}
      {plugin.isEnabled && (
        <Button data-testid="plugin-disable" onClick={() => setDialog('disable')}>
          {t('plugin.disable')}
        </Button>
      )}
      {state !== 'available' && (
        <>
          <Button data-testid="plugin-upgrade" onClick={() => setDialog('upgrade')}>
            {t('plugin.upgrade')}
          </Button>
          <Button danger data-testid="plugin-remove" onClick={() => setDialog('remove')}>
            {t('plugin.remove')}
          </Button>
        </>
      )}
      {dialog === 'disable' && <DisableDialog plugin={plugin} onClose={() => setDialog(undefined)} />}
      {dialog === 'upgrade' && (
        <UpgradeDialog pluginId={plugin.id} name={name} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'remove' && (
        <RemoveDialog
          plugin={plugin}
          onClose={() => setDialog(undefined)}
          onRemoved={() => navigate({ to: '/plugins' })}
        />
      )}
    </>
  );
}
