import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeName } from '../../components/owner/useCodeName';
import { useText } from '../../i18n/useText';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle } from '../NodeHandle';

export const ActionCanvasNode = memo(function ActionCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const node = useNode('action', id);
  const codeName = useCodeName();
  if (node === undefined) return null;
  const { action } = node;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        <div className="node-muted">
          {t('action.when', {
            triggers: node.on.map((trigger) => t(`transition.${trigger}`)).join(t('operator.comma')),
          })}
        </div>
        <div className="node-clip">
          {action.type === 'task'
            ? t('action.taskWords', { title: text(action.title), owner: action.owner })
            : action.type === 'webhook'
              ? t('action.webhookWords')
              : t('action.codeWords', codeName(action.action))}
        </div>
      </div>
    </NodeFrame>
  );
});
