import type { Plugin } from '@terrace/client';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText';

/** A plugin's first letter as its picture; plugins bring no pictures. */
export function PluginMark({ plugin }: { readonly plugin: Pick<Plugin, 'name'> }): ReactNode {
  const text = useText();
  const [first = '?'] = text(plugin.name).trim();
  return (
    <span className="plugin-mark" aria-hidden>
      {first.toUpperCase()}
    </span>
  );
}
