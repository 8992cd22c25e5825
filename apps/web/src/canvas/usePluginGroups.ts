import type { LocalizedText, ModelNode } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../api/useCatalog';
import type { Owned } from '../components/owner/group-by-owner';
import { useOwners } from '../components/owner/useOwners';
import { useServiceWords } from '../components/tier/useServiceWords';
import { useText } from '../i18n/useText';
import { useEditor } from '../store/editor-store';
import { useSourceWords } from './dimension/useSourceWords';
import type { contributedTypes, PaletteItem } from './palette-item';
import { useContributions } from '../api/useContributions';

/** Something that a plugin has for the canvas. */
export interface PluginEntry extends Owned {
  /** Unique among everything that plugins have. */
  readonly key: string;
  readonly id: string;
  readonly kind: ModelNode['kind'];
  readonly item: PaletteItem;
  readonly name: LocalizedText;
  readonly hint: string;
}

/** What one plugin has for the canvas. */
export interface PluginGroup {
  readonly owner: string;
  readonly name: string;
  /** Whether it is made for the model's subject type. */
  readonly fits: boolean;
  readonly items: readonly PluginEntry[];
}

/** What plugins have for the canvas that `isFound` lets through by its names, hint or plugin; plugins that fit the model come first. */
export function usePluginGroups(isFound: (texts: readonly string[]) => boolean): readonly PluginGroup[] {
  const { t } = useTranslation();
  const text = useText();
  const { group, nameOf } = useOwners();
  const { subjectTypes } = useCatalog();
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const wordsOf = useSourceWords();
  const serviceWords = useServiceWords();
  const { dimensions, nodeKinds, tiers, actions } = useContributions();
  const comma = t('operator.comma');
  const entry = (
    type: (typeof contributedTypes)[number],
    kind: ModelNode['kind'],
    { id, owner }: Owned & { readonly id: string },
    name: LocalizedText,
    hint: string,
  ): PluginEntry => ({ owner, key: `${type}/${id}`, id, kind, item: { type, id }, name, hint });
  const entries = [
    ...dimensions.map((each) => {
      const { source, window } = wordsOf(each.node);
      const hint = [source, window].filter(Boolean).join(' · ');
      return entry('dimension', 'dimension', each, each.node.name, hint);
    }),
    ...nodeKinds.map((each) => entry('nodeKind', 'custom', each, each.name, text(each.description))),
    ...tiers.map((each) => {
      const { name, benefits = [], serviceLevels = [] } = each.node;
      const hint = [...benefits.map(text), ...serviceLevels.map(serviceWords)].join(comma);
      return entry('tier', 'tier', each, name, hint);
    }),
    ...actions.map((each) => entry('action', 'action', each, each.name, text(each.description))),
  ].filter(({ name, hint, owner }) => isFound([...Object.values(name), hint, nameOf(owner)]));
  const ownerOfType = subjectTypes.find(({ id }) => id === subjectType)?.owner;
  return group(entries)
    .map((each) => ({
      ...each,
      fits: each.owner === ownerOfType || dimensions.some(({ owner }) => owner === each.owner),
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits));
}
