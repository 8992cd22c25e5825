import { Tooltip } from 'antd';
import type { ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../api/useCall';
import { useText } from '../i18n/useText';
import { useEditor } from '../store/editor-store';
import type { BlankKind } from '../store/new-node';
import { useSourceWords } from './dimension/useSourceWords';
import { kindIcons } from './kind-icons';
import { paletteMime, writeItem } from './palette-item';
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
  const text = useText();
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const { data } = useCall('listDimensions', { query: { subjectType } }, { staleTime: 60_000 });
  const wordsOf = useSourceWords();
  const add = useAddFromPalette();

  const item = (
    key: string,
    kind: ModelNode['kind'],
    value: string,
    label: string,
    hint: string,
  ): ReactNode => (
    <Tooltip key={key} title={hint} placement="right" mouseEnterDelay={0.6}>
      <button
        type="button"
        className={`palette-item node-${kind}`}
        draggable
        data-testid={`palette-${key}`}
        onDragStart={(event) => {
          event.dataTransfer.setData(paletteMime, value);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={() => add(value)}
      >
        <span className="node-icon" aria-hidden>
          {kindIcons[kind]}
        </span>
        <span className="palette-text">{label}</span>
      </button>
    </Tooltip>
  );

  return (
    <aside className="palette" aria-label={t('palette.label')}>
      <p className="palette-hint">{t('palette.hint')}</p>
      {groups.map(({ key, kinds }) => (
        <section key={key}>
          <h3>{t(`palette.${key}`)}</h3>
          {kinds.map((kind) =>
            item(
              kind,
              kindOf[kind],
              writeItem({ type: 'blank', kind }),
              t(`palette.${kind}`),
              t(`palette.${kind}Hint`),
            ),
          )}
          {key === 'dimension' &&
            data?.items.map((entry) =>
              item(
                entry.id,
                'dimension',
                writeItem({ type: 'dimension', id: entry.id }),
                text(entry.node.name),
                entry.node.kind === 'dimension'
                  ? [wordsOf(entry.node).source, wordsOf(entry.node).window].filter(Boolean).join(' · ')
                  : '',
              ),
            )}
        </section>
      ))}
    </aside>
  );
}
