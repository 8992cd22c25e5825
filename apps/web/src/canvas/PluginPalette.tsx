import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import { PaletteButton } from './PaletteButton';
import { writeItem } from './palette-item';
import type { PluginGroup } from './usePluginGroups';

interface PluginPaletteProps {
  readonly groups: readonly PluginGroup[];
  /** While something is looked for, everything found is open. */
  readonly isSearch: boolean;
  onAdd(item: string): void;
}

/** What plugins have for the canvas, by plugin: what fits the model's subject type is open, the rest folded. */
export function PluginPalette({ groups, isSearch, onAdd }: PluginPaletteProps): ReactNode {
  const text = useText();
  return groups.map(({ owner, name, fits, items }) => (
    // The person may fold and open them; another key lets a search, or its end, decide anew.
    <details key={`${owner}/${isSearch}/${fits}`} className="palette-plugin" open={isSearch || fits}>
      <summary data-testid={`palette-plugin-${owner}`}>{name}</summary>
      {items.map((entry) => (
        <PaletteButton
          key={entry.key}
          id={entry.id}
          kind={entry.kind}
          item={writeItem(entry.item)}
          label={text(entry.name)}
          hint={entry.hint}
          onAdd={onAdd}
        />
      ))}
    </details>
  ));
}
