import { ClockCircleOutlined, GiftOutlined } from '@ant-design/icons';
import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useServiceWords } from '../../components/tier/useServiceWords';
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
  const serviceWords = useServiceWords();
  const isFallback = useEditor((state) => state.history.present.fallback === id);
  if (node === undefined) return null;
  const benefits = node.benefits ?? [];
  const serviceLevels = node.serviceLevels ?? [];
  const hasBody =
    isFallback ||
    benefits.length > 0 ||
    serviceLevels.length > 0 ||
    node.entry !== undefined ||
    node.keep !== undefined;
  return (
    <NodeFrame
      node={node}
      isSelected={selected}
      color={node.color}
      extra={<span className="rank">{t('tier.rankShort', { rank: node.rank })}</span>}
    >
      <InputHandle />
      {hasBody && (
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
            <div className="node-muted node-clip" title={benefits.map(text).join(t('operator.comma'))}>
              <GiftOutlined aria-label={t('tier.benefits')} /> {benefits.map(text).join(t('operator.comma'))}
            </div>
          )}
          {serviceLevels.map((level) => (
            <div key={level.id} className="node-muted node-clip" title={serviceWords(level)}>
              <ClockCircleOutlined aria-label={t('tier.serviceLevel')} /> {serviceWords(level)}
            </div>
          ))}
        </div>
      )}
      <OutputHandle />
    </NodeFrame>
  );
});
