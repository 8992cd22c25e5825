import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParameterWords } from '../../components/parameter/useParameterWords';
import { useText } from '../../i18n/useText';
import { useCustomWords } from '../../inspector/custom/useCustomWords';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';

/** A node of a kind that a plugin brings: its inputs, its parameters, and in words what it computes. */
export const CustomCanvasNode = memo(function CustomCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const node = useNode('custom', id);
  const wordsOf = useCustomWords();
  const parameterWords = useParameterWords();
  if (node === undefined) return null;
  const { inputs, parameters } = node.definition;
  const sentence = wordsOf(node) ?? t('condition.custom');
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        {inputs.map((input) => (
          <div key={input.id} className="node-line">
            <span className="node-muted">{text(input.name)}</span>
            <ReferenceChip id={node.inputs[input.id] ?? ''} />
          </div>
        ))}
        {parameters.map((parameter) => (
          <div key={parameter.id} className="node-muted">
            {t('custom.parameter', {
              name: text(parameter.name),
              value: parameterWords(parameter, node.parameters[parameter.id]),
            })}
          </div>
        ))}
        <div className="formula-words" title={sentence}>
          = {sentence}
        </div>
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
