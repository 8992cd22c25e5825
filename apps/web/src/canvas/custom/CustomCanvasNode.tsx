import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';

/** A node of a kind that a plugin brings: its inputs, and the parameters that are filled in. */
export const CustomCanvasNode = memo(function CustomCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const node = useNode('custom', id);
  if (node === undefined) return null;
  const { inputs, parameters, valueType } = node.definition;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        {inputs.map((input) => (
          <div key={input.id}>
            <span className="node-muted">{text(input.name)} </span>
            <ReferenceChip id={node.inputs[input.id] ?? ''} />
          </div>
        ))}
        {parameters.map((parameter) => (
          <div key={parameter.id} className="node-muted">
            {text(parameter.name)}: {String(node.parameters[parameter.id] ?? parameter.default)}
          </div>
        ))}
        <div className="node-muted">{t(`valueType.${valueType}`)}</div>
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
