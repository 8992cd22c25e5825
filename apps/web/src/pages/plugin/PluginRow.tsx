import type { Plugin } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/useSession';
import { PluginMark } from '../../components/plugin/PluginMark';
import { PluginTags } from '../../components/plugin/PluginTags';
import { useCountWords } from '../../components/plugin/useCountWords';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';
import { useEnablePlugin } from './useEnablePlugin';

/** A plugin in the list; its page has everything else. */
export function PluginRow({ plugin }: { readonly plugin: Plugin }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { isAdministrator } = useSession();
  const countWords = useCountWords();
  const enable = useEnablePlugin();
  const isOff = plugin.state === 'disabled' || plugin.state === 'available';
  return (
    <li className="plugin-row" data-testid={`plugin-${plugin.id}`}>
      <PluginMark plugin={plugin} />
      <div className="plugin-main">
        <div className="plugin-name">
          <Link
            to="/plugins/$pluginId"
            params={{ pluginId: plugin.id }}
            data-testid={`open-plugin-${plugin.id}`}
          >
            {text(plugin.name)}
          </Link>
          <span className="node-muted">{plugin.version}</span>
          <PluginTags plugin={plugin} />
        </div>
        {plugin.description !== undefined && <div>{text(plugin.description)}</div>}
        {plugin.problem !== null && (
          <div className={plugin.state === 'faulty' ? 'plugin-problem is-error' : 'plugin-problem'}>
            {text(plugin.problem)}
          </div>
        )}
        <div className="node-muted plugin-counts">{countWords(plugin.counts).join(' · ')}</div>
        <ProblemAlert error={enable.error} />
      </div>
      {isAdministrator && isOff && (
        <Button
          loading={enable.isPending}
          data-testid={`enable-${plugin.id}`}
          aria-label={t(plugin.state === 'available' ? 'plugin.installOf' : 'plugin.enableOf', {
            name: text(plugin.name),
          })}
          onClick={() => enable.mutate({ params: { id: plugin.id } })}
        >
          {t(plugin.state === 'available' ? 'plugin.install' : 'plugin.enable')}
        </Button>
      )}
    </li>
  );
}
