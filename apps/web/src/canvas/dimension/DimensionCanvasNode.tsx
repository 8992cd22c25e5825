import { FilterOutlined } from '@ant-design/icons';
import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { OutputHandle } from '../NodeHandle';
import { useSourceWords } from './useSourceWords';

export const DimensionCanvasNode = memo(function DimensionCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('dimension', id);
  const wordsOf = useSourceWords();
  if (node === undefined) return null;
  const words = wordsOf(node);
  return (
    <NodeFrame node={node} isSelected={selected}>
      <div className="node-body">
        <div>{words.source}</div>
        {(words.window !== undefined || words.hasFilter) && (
          <div className="node-muted">
            {words.window}
            {words.hasFilter && (
              <>
                {' · '}
                <FilterOutlined aria-hidden /> {t('dimension.filtered')}
              </>
            )}
          </div>
        )}
        <div className="node-muted">{words.missing}</div>
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
