import type { MatrixNode } from '@terrace/model';
import { Button, Flex, Radio, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TierTag } from '../../components/TierTag';
import { useCategoryWords } from '../../i18n/useCategoryWords';
import { useText } from '../../i18n/useText';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { cellIndex } from '../../store/matrix-cells';
import { inkOn, tiersOf, unknownColor } from '../../store/tier-colors';
import { useReplaceNode } from '../useReplaceNode';

/** The tier of every combination. A tier is chosen above, then cells, whole rows and columns are painted with it. */
export function MatrixGrid({ node }: { readonly node: MatrixNode }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const wordsOf = useCategoryWords();
  const replace = useReplaceNode();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const tiers = tiersOf(nodes);
  const ranked = [...tiers.values()].sort((a, b) => a.rank - b.rank);
  const [chosen, setChosen] = useState<string>();
  const brush = chosen === '' ? null : (chosen ?? ranked[0]?.id ?? null);
  const [block, setBlock] = useState(0);
  const { axes } = node;
  const nameOf = (input: string): string =>
    text(nodes.find(({ id }) => id === input)?.name) || t('canvas.unconnected');
  const [rows, columns] = [axes.at(-2), axes.at(-1)];
  const outer = axes.length === 3 ? axes[0] : undefined;
  if (rows === undefined || columns === undefined) return null;
  const blockAt = Math.min(block, (outer?.values.length ?? 1) - 1);
  const indexOf = (row: number, column: number): number =>
    cellIndex(axes, outer === undefined ? [row, column] : [blockAt, row, column]);

  const paint = (indexes: readonly number[], part: string): void => {
    const painted = new Set(indexes);
    if (isReadOnly || indexes.every((index) => node.cells[index] === brush)) return;
    replace({ ...node, cells: node.cells.map((cell, i) => (painted.has(i) ? brush : cell)) }, part);
  };
  const rowCells = (row: number): number[] => columns.values.map((_, column) => indexOf(row, column));
  const columnCells = (column: number): number[] => rows.values.map((_, row) => indexOf(row, column));
  const everyCell = node.cells.map((_, index) => index);

  return (
    <div>
      <Flex gap={12} wrap align="center" className="matrix-tools">
        <Radio.Group
          value={brush ?? ''}
          aria-label={t('matrixNode.brush')}
          data-testid="matrix-brush"
          onChange={({ target }) => setChosen(String(target.value))}
        >
          {ranked.map((tier) => (
            <Radio.Button key={tier.id} value={tier.id}>
              <span data-testid={`brush-${tier.id}`}>
                <TierTag
                  name={text(tier.name)}
                  {...(tier.color === undefined ? {} : { color: tier.color })}
                />
              </span>
            </Radio.Button>
          ))}
          <Radio.Button value="">{t('matrixNode.noTier')}</Radio.Button>
        </Radio.Group>
        <Button
          data-testid="matrix-fill"
          onClick={() =>
            paint(
              everyCell.filter((index) => node.cells[index] === null),
              'fill',
            )
          }
        >
          {t('matrixNode.fillOpen')}
        </Button>
        <Button onClick={() => paint(everyCell, 'fillAll')}>{t('matrixNode.fillAll')}</Button>
        <Button
          onClick={() => replace({ ...node, cells: node.cells.map(() => null) }, 'clear')}
          disabled={isReadOnly || node.cells.every((cell) => cell === null)}
        >
          {t('matrixNode.clear')}
        </Button>
      </Flex>
      <p className="field-hint">{t('matrixNode.hint')}</p>
      {outer !== undefined && (
        <Flex gap={8} align="center" className="matrix-outer">
          <span>{nameOf(outer.input)}</span>
          <Segmented<number>
            value={blockAt}
            disabled={false}
            options={outer.values.map((value, index) => ({ value: index, label: wordsOf(value) }))}
            onChange={setBlock}
          />
        </Flex>
      )}
      <div className="table-grid-wrap">
        <table className="matrix-grid">
          <thead>
            <tr>
              <td />
              <th colSpan={columns.values.length} className="matrix-axis-name">
                {nameOf(columns.input)}
              </th>
            </tr>
            <tr>
              <td className="matrix-axis-name">{nameOf(rows.input)}</td>
              {columns.values.map((value, column) => (
                <th key={String(value)} scope="col">
                  <button
                    type="button"
                    title={t('matrixNode.paintColumn', { value: wordsOf(value) })}
                    onClick={() => paint(columnCells(column), `column/${blockAt}/${column}`)}
                  >
                    {wordsOf(value)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.values.map((value, row) => (
              <tr key={String(value)}>
                <th scope="row">
                  <button
                    type="button"
                    title={t('matrixNode.paintRow', { value: wordsOf(value) })}
                    onClick={() => paint(rowCells(row), `row/${blockAt}/${row}`)}
                  >
                    {wordsOf(value)}
                  </button>
                </th>
                {columns.values.map((each, column) => {
                  const index = indexOf(row, column);
                  const tier = tiers.get(node.cells[index] ?? '');
                  const color = tier?.color ?? unknownColor;
                  const name = tier === undefined ? t('matrixNode.noTier') : text(tier.name);
                  return (
                    <td key={String(each)}>
                      <button
                        type="button"
                        className={tier === undefined ? 'tier-cell is-empty' : 'tier-cell'}
                        style={tier === undefined ? undefined : { background: color, color: inkOn(color) }}
                        data-testid={`matrix-cell-${index}`}
                        aria-label={t('matrixNode.cell', {
                          row: `${nameOf(rows.input)} ${wordsOf(value)}`,
                          column: `${nameOf(columns.input)} ${wordsOf(each)}`,
                          tier: name,
                        })}
                        onClick={() => paint([index], `cell/${index}`)}
                        // Dragging over cells paints them, as with a brush.
                        onPointerEnter={(event) => {
                          if (event.buttons === 1) paint([index], 'brush');
                        }}
                      >
                        {name}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
