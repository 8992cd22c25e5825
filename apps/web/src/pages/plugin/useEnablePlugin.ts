import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/useText';
import { pluginChanges } from './plugin-changes';

/** Enables a plugin, which also installs one that was removed and takes one out of quarantine, and says so. */
export function useEnablePlugin() {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  return useAct('enablePlugin', {
    refreshes: pluginChanges,
    onDone: ({ name }) => void message.success(t('plugin.nowEnabled', { name: text(name) })),
  });
}
