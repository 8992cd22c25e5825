import type { ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlankKind } from '../store/new-node';
import { PaletteButton } from './PaletteButton';
import { writeItem } from './palette-item';
import { PluginPalette } from './PluginPalette';
import { useAddFromPalette } from './useAddFromPalette';

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

/** What can be put on the canvas: dragged there, or added by a click or the Enter key. */
export function Palette(): ReactNode {
  const { t } = useTranslation();
  const add = useAddFromPalette();
  return (
    <aside className="palette" aria-label={t('palette.label')}>
      <p className="palette-hint">{t('palette.hint')}</p>
      {groups.map(({ key, kinds }) => (
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
      <PluginPalette onAdd={add} />
    </aside>
  );
}
