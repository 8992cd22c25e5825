import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategoryWords } from '../../i18n/useCategoryWords';
import { useNode } from '../../store/editor-selectors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';

/** Entries beyond these are counted, not drawn. */
const shownEntries = 8;

export const CategoryMapCanvasNode = memo(function CategoryMapCanvasNode({
  id,
  selected,
}: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('categoryMap', id);
  const wordsOf = useCategoryWords();
  if (node === undefined) return null;
  const hidden = node.entries.length - shownEntries;
  const rest = [
    { key: 'otherwise', output: node.otherwise },
    { key: 'missing', output: node.missing },
  ] as const;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        <div className="node-line">
          <ReferenceChip id={node.input} />
        </div>
        <dl className="map-lines">
          {node.entries.slice(0, shownEntries).map((entry, index) => (
            <div key={index}>
              <dt title={entry.values.map(wordsOf).join(t('operator.comma'))}>
                {entry.values.map(wordsOf).join(t('operator.comma'))}
              </dt>
              <dd>{String(entry.output)}</dd>
            </div>
          ))}
          {rest.map(
            ({ key, output }) =>
              output !== undefined && (
                <div key={key} className="node-muted">
                  <dt>{t(`categoryMap.${key}`)}</dt>
                  <dd>{String(output)}</dd>
                </div>
              ),
          )}
        </dl>
        {hidden > 0 && <div className="node-muted">{t('categoryMap.more', { count: hidden })}</div>}
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
