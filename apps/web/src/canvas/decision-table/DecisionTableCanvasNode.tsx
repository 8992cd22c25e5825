import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newRowHandle, rowHandle } from '../../store/connections';
import { useNode } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { unconnected } from '../../store/links/unconnected';
import { givesValues } from '../../store/node-value';
import { NodeFrame } from '../NodeFrame';
import { InputHandle, OutputHandle } from '../NodeHandle';
import { ReferenceChip } from '../ReferenceChip';
import { useCellWords } from './useCellWords';

/** Rows beyond these are counted, not drawn; their lines start at the count. */
const shownRows = 14;

export const DecisionTableCanvasNode = memo(function DecisionTableCanvasNode({
  id,
  selected,
}: NodeProps): ReactNode {
  const { t } = useTranslation();
  const node = useNode('decisionTable', id);
  const wordsOf = useCellWords();
  const highlighted = useEditor((state) => state.highlighted);
  if (node === undefined) return null;
  const hidden = node.rows.slice(shownRows);
  const isValued = givesValues(node);
  const policy =
    node.aggregate !== undefined
      ? t(`table.aggregates.${node.aggregate}`)
      : node.hit === 'first'
        ? undefined
        : t(`table.hits.${node.hit}`);
  return (
    <NodeFrame
      node={node}
      isSelected={selected}
      extra={policy === undefined ? undefined : <span className="rank">{policy}</span>}
    >
      <InputHandle />
      <table className="table-node">
        <thead>
          <tr>
            {node.inputs.map((input) => (
              <th key={input}>
                <ReferenceChip id={input} />
              </th>
            ))}
            <th>{t(isValued ? 'table.value' : 'table.tier')}</th>
          </tr>
        </thead>
        <tbody>
          {node.rows.slice(0, shownRows).map((row, index) => (
            <tr
              key={row.id}
              data-testid={`row-${id}-${row.id}`}
              className={highlighted.has(`${id}.${row.id}`) ? 'is-highlighted' : undefined}
            >
              {node.inputs.map((input, column) => (
                <td key={input} className={row.cells[column] ? undefined : 'is-any'}>
                  {wordsOf(row.cells[column])}
                </td>
              ))}
              <td className="table-tier">
                {isValued ? (
                  <span className="node-value">{row.value}</span>
                ) : (
                  <>
                    <ReferenceChip id={row.tier ?? unconnected} />
                    <OutputHandle
                      id={rowHandle(row.id)}
                      label={t('table.rowHandle', { number: index + 1 })}
                    />
                  </>
                )}
              </td>
            </tr>
          ))}
          {hidden.length > 0 && (
            <tr>
              <td colSpan={node.inputs.length + 1} className="table-tier node-muted">
                {t('table.more', { count: hidden.length })}
                {!isValued &&
                  hidden.map((row, index) => (
                    <OutputHandle
                      key={row.id}
                      id={rowHandle(row.id)}
                      label={t('table.rowHandle', { number: shownRows + index + 1 })}
                    />
                  ))}
              </td>
            </tr>
          )}
          {!isValued && (
            <tr>
              <td colSpan={node.inputs.length + 1} className="table-tier node-muted">
                {t('table.drawRow')}
                <OutputHandle id={newRowHandle} label={t('table.newRowHandle')} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {isValued && <OutputHandle />}
    </NodeFrame>
  );
});
