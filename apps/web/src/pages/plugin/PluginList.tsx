import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plugin } from '@terrace/client';
import { useCall } from '../../api/useCall';
import { EmptyHint } from '../../components/EmptyHint';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useText } from '../../i18n/useText';
import { useLanguage } from '../../store/preferences';
import { PluginRow } from './PluginRow';

/** What needs a look comes first, what is not installed last. */
const order: readonly Plugin['state'][] = ['quarantined', 'faulty', 'enabled', 'disabled', 'available'];

export function PluginList(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const plugins = useCall('listPlugins', {});
  if (plugins.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (plugins.isError) return <ProblemAlert error={plugins.error} />;
  const sorted = plugins.data.items.toSorted(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) || text(a.name).localeCompare(text(b.name), language),
  );
  if (sorted.length === 0) return <EmptyHint text={t('plugin.none')} />;
  return (
    <ul className="plugin-list">
      {sorted.map((plugin) => (
        <PluginRow key={plugin.id} plugin={plugin} />
      ))}
    </ul>
  );
}
