import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';

/** A node of a kind that this version does not know: kept, shown, not run. */
export const PlaceholderCanvasNode = memo(function PlaceholderCanvasNode({
  id,
  selected,
}: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('placeholder', id);
  if (node === undefined) return null;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body node-muted">{t('placeholder.text')}</div>
      <OutputHandle />
    </NodeFrame>
  );
});
