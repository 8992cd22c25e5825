import { languages, type ModelNode } from '@terrace/model';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchInput } from '../components/SearchInput';
import { textSearch } from '../i18n/text-search';
import type { BlankKind } from '../store/new-node';
import { PaletteButton } from './PaletteButton';
import { writeItem } from './palette-item';
import { PluginPalette } from './PluginPalette';
import { useAddFromPalette } from './useAddFromPalette';
import { usePluginGroups } from './usePluginGroups';

const groups: readonly {
  readonly key: 'dimension' | 'value' | 'rule' | 'outcome';
  readonly kinds: readonly BlankKind[];
}[] = [
  { key: 'value', kinds: ['bands', 'categoryMap', 'scorecard', 'formula', 'timeDecay'] },
  { key: 'rule', kinds: ['condition', 'decisionTable', 'matrix'] },
  { key: 'outcome', kinds: ['tier', 'task', 'webhook'] },
  { key: 'dimension', kinds: ['aggregate', 'field'] },
];

const kindOf: Record<BlankKind, ModelNode['kind']> = {
  aggregate: 'dimension',
  field: 'dimension',
  bands: 'bands',
  categoryMap: 'categoryMap',
  scorecard: 'scorecard',
  formula: 'formula',
  timeDecay: 'timeDecay',
  condition: 'condition',
  decisionTable: 'decisionTable',
  matrix: 'matrix',
  tier: 'tier',
  task: 'action',
  webhook: 'action',
};

/** What can be put on the canvas: dragged there, or added by a click or the Enter key. A search finds names and hints in both languages. */
export function Palette(): ReactNode {
  const { t } = useTranslation();
  const add = useAddFromPalette();
  const [search, setSearch] = useState('');
  const settledSearch = useDeferredValue(search);
  const isSearch = settledSearch.trim() !== '';
  const isFound = textSearch(settledSearch);
  const blankGroups = groups
    .map(({ key, kinds }) => ({
      key,
      kinds: kinds.filter((kind) =>
        isFound(
          languages.flatMap((lng) => [t(`palette.${kind}`, { lng }), t(`palette.${kind}Hint`, { lng })]),
        ),
      ),
    }))
    .filter(({ kinds }) => kinds.length > 0);
  const pluginGroups = usePluginGroups(isFound);
  return (
    <aside className="palette" aria-label={t('palette.label')}>
      <div className="palette-search" role="search">
        <SearchInput
          size="small"
          value={search}
          label={t('palette.search')}
          data-testid="palette-search"
          onChange={setSearch}
        />
      </div>
      {!isSearch && <p className="palette-hint">{t('palette.hint')}</p>}
      <p className="palette-hint" role="status">
        {blankGroups.length + pluginGroups.length === 0 && t('palette.notFound')}
      </p>
      {blankGroups.map(({ key, kinds }) => (
        <section key={key}>
          <h2>{t(`palette.${key}`)}</h2>
          {kinds.map((kind) => (
            <PaletteButton
              key={kind}
              id={kind}
              kind={kindOf[kind]}
              item={writeItem({ type: 'blank', kind })}
              label={t(`palette.${kind}`)}
              hint={t(`palette.${kind}Hint`)}
              onAdd={add}
            />
          ))}
        </section>
      ))}
      <PluginPalette groups={pluginGroups} isSearch={isSearch} onAdd={add} />
    </aside>
  );
}
