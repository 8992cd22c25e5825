import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { sumOfWeights } from '../../store/weights';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';

/** Items beyond these are counted, not drawn. */
const shownItems = 10;

export const ScorecardCanvasNode = memo(function ScorecardCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const node = useNode('scorecard', id);
  if (node === undefined) return null;
  const sets = node.weightSets ?? [];
  const [first] = sets;
  const sum = first === undefined ? '100' : sumOfWeights(first.weights);
  const largest = Math.max(1, ...Object.values(first?.weights ?? {}).map(Number));
  const hidden = node.items.length - shownItems;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        {sets.length > 0 && (
          <div className="node-muted score-sets">{sets.map(({ name }) => text(name)).join(' / ')}</div>
        )}
        <ul className={sets.length > 0 ? 'score-items' : 'score-items is-plain'}>
          {node.items.slice(0, shownItems).map((item) => {
            const weight = first?.weights[item.id];
            return (
              <li key={item.id}>
                {item.name === undefined ? (
                  <ReferenceChip id={item.input} />
                ) : (
                  <span className="chip-text">{text(item.name)}</span>
                )}
                {weight !== undefined && (
                  <>
                    <span className="score-bar" aria-hidden>
                      <span
                        style={{ width: `${Math.min(100, Math.max(0, (Number(weight) / largest) * 100))}%` }}
                      />
                    </span>
                    <span className="number">{weight}%</span>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {hidden > 0 && <div className="node-muted">{t('scorecard.more', { count: hidden })}</div>}
        {node.base !== '0' && (
          <div className="node-muted">{t('scorecard.baseShort', { base: node.base })}</div>
        )}
        {sum !== '100' && <div className="is-error">{t('scorecard.sumShort', { sum })}</div>}
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
