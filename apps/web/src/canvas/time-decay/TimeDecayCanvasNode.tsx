import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';
import { DecayCurve } from './DecayCurve';

export const TimeDecayCanvasNode = memo(function TimeDecayCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('timeDecay', id);
  if (node === undefined) return null;
  const { curve } = node;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        {node.input !== undefined && (
          <div className="node-line">
            <ReferenceChip id={node.input} />
          </div>
        )}
        <div className="node-line">
          <span className="node-muted">{t('decay.by')}</span>
          <ReferenceChip id={node.age} />
        </div>
        <DecayCurve node={node} />
        <div className="node-muted">
          {curve.shape === 'halfLife'
            ? t('decay.halfLifeShort', { value: curve.halfLife })
            : curve.shape === 'linear'
              ? t('decay.linearShort', { value: curve.end })
              : t('decay.stepsShort', { count: curve.steps.length })}
          {node.floor !== '0' && ` · ${t('decay.floorShort', { value: node.floor })}`}
        </div>
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
