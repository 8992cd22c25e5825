import { previousNames } from '@terrace/model';
import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../i18n/useSentence';
import { formOf, logicOf } from '../../inspector/condition/condition-form';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';
import { useRowWords } from './useRowWords';

/** Whether a variable is about the tier a subject has already: no node stands for it. */
const looksBack = (variable: string): boolean => (previousNames as readonly string[]).includes(variable);

export const ConditionCanvasNode = memo(function ConditionCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('condition', id);
  const wordsOf = useRowWords();
  const sentenceOf = useSentence();
  if (node === undefined) return null;
  const form = formOf(node.when);
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        {form === undefined ? (
          <div className="node-muted">{t('condition.custom')}</div>
        ) : form.rows.length === 0 ? (
          <div className="node-muted">{t('condition.always')}</div>
        ) : (
          form.rows.map((row, index) => (
            <div className="node-line" key={index}>
              {index > 0 && <span className="join">{t(`condition.${form.join}`)}</span>}
              {looksBack(row.variable) ? (
                <span>{sentenceOf(logicOf({ join: 'and', rows: [row] }))}</span>
              ) : (
                <>
                  <ReferenceChip id={row.variable} />
                  <span className="node-value">{wordsOf(row)}</span>
                </>
              )}
            </div>
          ))
        )}
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
