import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCategoryWords } from '../../i18n/useCategoryWords';
import { useText } from '../../i18n/useText';
import { cellIndex } from '../../store/matrix-cells';
import { selectDocument, useNode } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { inkOn, tiersOf, unknownColor } from '../../store/tier-colors';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';

/** A longer axis is cut off on the canvas; the form shows all of it. */
const shownValues = 12;

export const MatrixCanvasNode = memo(function MatrixCanvasNode({ id, selected }: NodeProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const wordsOf = useCategoryWords();
  const node = useNode('matrix', id);
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const highlighted = useEditor((state) => state.highlighted);
  if (node === undefined) return null;
  const tiers = tiersOf(nodes);
  const { axes } = node;
  const columns = axes.at(-1);
  const rows = axes.at(-2);
  const blocks = axes.length === 3 ? (axes[0]?.values ?? []) : [null];
  if (columns === undefined || rows === undefined) return null;
  return (
    <NodeFrame node={node} isSelected={selected}>
      <InputHandle />
      <div className="node-body">
        <div className="matrix-axes">
          {axes.map(({ input }, index) => (
            <span key={index}>
              {index > 0 && <span className="join"> × </span>}
              <ReferenceChip id={input} />
            </span>
          ))}
        </div>
        <div className="matrix-blocks">
          {blocks.map((block, blockAt) => (
            <table key={blockAt} className="matrix-small">
              {block !== null && <caption>{wordsOf(block)}</caption>}
              <thead>
                <tr>
                  <td />
                  {columns.values.slice(0, shownValues).map((value) => (
                    <th key={String(value)} scope="col" title={wordsOf(value)}>
                      {wordsOf(value)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.values.slice(0, shownValues).map((value, rowAt) => (
                  <tr key={String(value)}>
                    <th scope="row" title={wordsOf(value)}>
                      {wordsOf(value)}
                    </th>
                    {columns.values.slice(0, shownValues).map((column, columnAt) => {
                      const places = block === null ? [rowAt, columnAt] : [blockAt, rowAt, columnAt];
                      const index = cellIndex(axes, places);
                      const tier = tiers.get(node.cells[index] ?? '');
                      const color = tier?.color ?? unknownColor;
                      return (
                        <td
                          key={String(column)}
                          className={[
                            tier === undefined ? 'is-empty' : '',
                            highlighted.has(`${id}.${index}`) ? 'is-highlighted' : '',
                          ].join(' ')}
                          style={tier === undefined ? undefined : { background: color, color: inkOn(color) }}
                          title={tier === undefined ? t('matrixNode.noTier') : text(tier.name)}
                        >
                          {tier?.rank ?? '·'}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
        <div className="node-muted">{t('matrixNode.legend')}</div>
      </div>
      <OutputHandle />
    </NodeFrame>
  );
});
