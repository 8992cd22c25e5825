import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormulaWords } from '../../inspector/formula/useFormulaWords';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';

export const FormulaCanvasNode = memo(function FormulaCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('formula', id);
  const wordsOf = useFormulaWords();
  if (node === undefined) return null;
  const sentence = wordsOf(node);
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        <div className="formula-words" title={sentence}>
          {sentence === undefined ? t('condition.custom') : `= ${sentence}`}
        </div>
        <div className="node-muted">{t(`valueType.${node.valueType}`)}</div>
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
