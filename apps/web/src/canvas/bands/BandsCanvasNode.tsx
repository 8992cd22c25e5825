import type { NodeProps } from '@xyflow/react';
import { InputNumber } from 'antd';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../store/editor-store';
import { useNode, useShownCuts } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';
import { CutSlider } from './CutSlider';
import { useMoveCut } from './useMoveCut';

export const BandsCanvasNode = memo(function BandsCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('bands', id);
  const cuts = useShownCuts(id);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const moveCut = useMoveCut();
  if (node === undefined) return null;
  const longest = Math.max(5, ...cuts.map((cut) => cut.length));
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        <div className="node-line">
          <ReferenceChip id={node.input} />
          <span className="node-muted">
            {t(`bands.short.${node.cuts.method}`, {
              count: node.outputs.length,
              shares: 'shares' in node.cuts ? node.cuts.shares.join(' / ') : '',
            })}
          </span>
        </div>
        {cuts.length === 0 ? (
          <div className="node-muted">{t('bands.notCalibrated')}</div>
        ) : (
          <>
            <CutSlider
              nodeId={id}
              cuts={cuts}
              outputs={node.outputs}
              isReadOnly={isReadOnly}
              onMove={(index, value, gesture) => moveCut(node, index, value, gesture)}
            />
            <div
              className="cut-inputs nodrag nopan"
              style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${longest + 1.5}ch, 1fr))` }}
            >
              {cuts.map((cut, index) => (
                <InputNumber<string>
                  key={index}
                  size="small"
                  stringMode
                  controls={false}
                  value={cut}
                  disabled={isReadOnly}
                  aria-label={t('bands.cutLabel', { number: index + 1 })}
                  data-testid={`cut-${id}-${index}`}
                  onChange={(value) =>
                    value !== null && value !== cut && moveCut(node, index, value, `${id}/type/${index}`)
                  }
                />
              ))}
            </div>
          </>
        )}
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
