import type { Plugin } from '@terrace/client';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PluginStateTag } from './PluginStateTag';
import { SignatureTag } from './SignatureTag';

/** State, signature, source and code of a plugin at a glance. */
export function PluginTags({ plugin }: { readonly plugin: Plugin }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="plugin-tags">
      <PluginStateTag state={plugin.state} />
      {/* What came with the program says so once. */}
      {plugin.source !== 'bundled' && <Tag>{t(`plugin.source.${plugin.source}`)}</Tag>}
      <SignatureTag signature={plugin.signature} />
      {plugin.hasCode && <Tag>{t('plugin.hasCode')}</Tag>}
    </span>
  );
}
