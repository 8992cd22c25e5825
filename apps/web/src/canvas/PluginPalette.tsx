import { localize, type LocalizedText, type ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../api/useCatalog';
import { useOwners } from '../components/owner/useOwners';
import { useServiceWords } from '../components/tier/useServiceWords';
import { useText } from '../i18n/useText';
import { useEditor } from '../store/editor-store';
import { useLanguage } from '../store/preferences';
import { useSourceWords } from './dimension/useSourceWords';
import { PaletteButton } from './PaletteButton';
import { writeItem, type PaletteItem } from './palette-item';
import { useContributions } from './useContributions';

interface Entry {
  readonly owner: string;
  readonly key: string;
  readonly id: string;
  readonly kind: ModelNode['kind'];
  readonly item: PaletteItem;
  readonly name: LocalizedText;
  readonly hint: string;
}

/** What plugins have for the canvas, by plugin: what fits the model's subject type is open, the rest folded. */
export function PluginPalette({ onAdd }: { readonly onAdd: (item: string) => void }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const language = useLanguage();
  const { group } = useOwners();
  const { subjectTypes } = useCatalog();
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const wordsOf = useSourceWords();
  const serviceWords = useServiceWords();
  const { dimensions, nodeKinds, tiers, actions } = useContributions();
  const comma = t('operator.comma');
  const entries: Entry[] = [
    ...dimensions.map(({ id, owner, node }) => ({
      owner,
      key: id,
      id,
      kind: node.kind,
      item: { type: 'dimension' as const, id },
      name: node.name,
      hint:
        node.kind === 'dimension'
          ? [wordsOf(node).source, wordsOf(node).window].filter(Boolean).join(' · ')
          : '',
    })),
    ...nodeKinds.map(({ id, owner, name, description }) => ({
      owner,
      key: `kind/${id}`,
      id,
      kind: 'custom' as const,
      item: { type: 'nodeKind' as const, id },
      name,
      hint: text(description),
    })),
    ...tiers.map(({ id, owner, node }) => ({
      owner,
      key: `tier/${id}`,
      id,
      kind: node.kind,
      item: { type: 'tier' as const, id },
      name: node.name,
      hint:
        node.kind === 'tier'
          ? [...(node.benefits ?? []).map(text), ...(node.serviceLevels ?? []).map(serviceWords)].join(comma)
          : '',
    })),
    ...actions.map(({ id, owner, name, description }) => ({
      owner,
      key: `action/${id}`,
      id,
      kind: 'action' as const,
      item: { type: 'action' as const, id },
      name,
      hint: text(description),
    })),
  ];
  const ownerOfType = subjectTypes.find(({ id }) => id === subjectType)?.owner;
  const fits = (owner: string): boolean =>
    owner === ownerOfType || dimensions.some((each) => each.owner === owner);
  const groups = group(entries).sort((a, b) => Number(fits(b.owner)) - Number(fits(a.owner)));
  return groups.map(({ owner, name, items }) => (
    <details key={`${owner}/${String(fits(owner))}`} className="palette-plugin" open={fits(owner)}>
      <summary data-testid={`palette-plugin-${owner}`}>{name}</summary>
      {items.map((entry) => (
        <PaletteButton
          key={entry.key}
          id={entry.id}
          kind={entry.kind}
          item={writeItem(entry.item)}
          label={localize(entry.name, language)}
          hint={entry.hint}
          onAdd={onAdd}
        />
      ))}
    </details>
  ));
}
