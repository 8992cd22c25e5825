import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/useSentence';
import { useText } from '../../i18n/useText';
import { useNode } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';

export const TierCanvasNode = memo(function TierCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const node = useNode('tier', id);
  const sentenceOf = useSentence();
  const isFallback = useEditor((state) => state.history.present.fallback === id);
  if (node === undefined) return null;
  const benefits = node.benefits ?? [];
  return (
    <NodeFrame
      node={node}
      isSelected={selected}
      color={node.color}
      extra={<span className="rank">{t('tier.rankShort', { rank: node.rank })}</span>}
    >
      <InputHandle />
      {(isFallback || benefits.length > 0 || node.entry !== undefined || node.keep !== undefined) && (
        <div className="node-body">
          {isFallback && <div className="node-muted">{t('tier.isFallback')}</div>}
          {(['entry', 'keep'] as const).map((part) => {
            const logic = node[part];
            return (
              logic !== undefined && (
                <div key={part} className="node-clip" title={sentenceOf(logic)}>
                  <span className="node-muted">{t(`tier.${part}Short`)}</span>{' '}
                  {sentenceOf(logic) ?? t('condition.custom')}
                </div>
              )
            );
          })}
          {benefits.length > 0 && (
            <div className="node-muted node-clip">{benefits.map(text).join(t('operator.comma'))}</div>
          )}
        </div>
      )}
      <OutputHandle />
    </NodeFrame>
  );
});
