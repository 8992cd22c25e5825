import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { DecisionTableNode } from '@terrace/model';
import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { givesValues, yieldsValue } from '../../store/node-value';
import { newRowId } from '../../store/new-node';
import { unconnected } from '../../store/links/unconnected';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { useNodeVariables } from '../condition/useVariables';
import { NodeSelect } from '../NodeSelect';
import { useEditNode } from '../useEditNode';
import { CellEditor } from './CellEditor';
import { RowOutcome } from './RowOutcome';

type Row = DecisionTableNode['rows'][number];

/** The rows of a decision table with an editor in each cell. */
export function DecisionTableGrid({ node }: { readonly node: DecisionTableNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const variables = useNodeVariables(node.id);
  const fallback = useEditor((state) => selectDocument(state).fallback);
  const { inputs, rows } = node;
  const outcome = givesValues(node) ? 'value' : 'tier';

  const setRow = (index: number, row: Row, part: string): void =>
    edit({ rows: rows.map((each, i) => (i === index ? row : each)) }, `${row.id}/${part}`);
  const moveRow = (index: number, by: number): void => {
    const next = [...rows];
    const [row] = next.splice(index, 1);
    if (row !== undefined) next.splice(index + by, 0, row);
    edit({ rows: next }, `order/${index}/${by}`);
  };
  const addInput = (input: string): void =>
    edit(
      inputs.length === 1 && inputs[0] === unconnected
        ? { inputs: [input] }
        : { inputs: [...inputs, input], rows: rows.map((row) => ({ ...row, cells: [...row.cells, null] })) },
      `input/${inputs.length}`,
    );
  const removeInput = (column: number): void =>
    edit(
      {
        inputs: inputs.filter((_, i) => i !== column),
        rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => i !== column) })),
      },
      `input/remove/${inputs.length}`,
    );

  return (
    <div className="table-grid-wrap">
      <table className="table-grid">
        <thead>
          <tr>
            <th className="number">{t('table.number')}</th>
            {inputs.map((input, column) => (
              <th key={input}>
                <Flex gap={4} align="center">
                  <NodeSelect
                    value={input}
                    label={t('table.inputLabel', { number: column + 1 })}
                    accepts={(each) =>
                      each.id !== node.id &&
                      yieldsValue(each) &&
                      (each.id === input || !inputs.includes(each.id))
                    }
                    onChange={(next) =>
                      next !== undefined &&
                      edit(
                        {
                          inputs: inputs.map((old, i) => (i === column ? next : old)),
                          rows: rows.map((row) => ({
                            ...row,
                            cells: row.cells.map((cell, i) => (i === column ? null : cell)),
                          })),
                        },
                        `input/${column}/${next}`,
                      )
                    }
                  />
                  {inputs.length > 1 && (
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t('table.removeInput', { number: column + 1 })}
                      onClick={() => removeInput(column)}
                    />
                  )}
                </Flex>
              </th>
            ))}
            <th>{t(outcome === 'tier' ? 'table.tier' : 'table.value')}</th>
            <th aria-label={t('table.rowActions')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td className="number">{index + 1}</td>
              {inputs.map((input, column) => (
                <td key={input}>
                  <CellEditor
                    cell={row.cells[column] ?? null}
                    variable={variables.find(({ id }) => id === input)}
                    label={t('table.cellLabel', { row: index + 1, column: column + 1 })}
                    onChange={(cell) =>
                      setRow(
                        index,
                        {
                          ...row,
                          cells: inputs.map((_, i) => (i === column ? cell : (row.cells[i] ?? null))),
                        },
                        `cell/${column}`,
                      )
                    }
                  />
                </td>
              ))}
              <td>
                <RowOutcome
                  row={row}
                  number={index + 1}
                  outcome={outcome}
                  isNumeric={node.aggregate !== undefined}
                  onChange={(next) => setRow(index, next, 'outcome')}
                />
              </td>
              <td>
                <Flex>
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    disabled={index === 0}
                    aria-label={t('table.up', { number: index + 1 })}
                    onClick={() => moveRow(index, -1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined />}
                    disabled={index === rows.length - 1}
                    aria-label={t('table.down', { number: index + 1 })}
                    onClick={() => moveRow(index, 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('table.removeRow', { number: index + 1 })}
                    onClick={() => edit({ rows: rows.filter((each) => each !== row) }, `remove/${row.id}`)}
                  />
                </Flex>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Flex gap={12} align="center" className="table-grid-foot" wrap>
        <Button
          icon={<PlusOutlined />}
          data-testid="add-row"
          onClick={() =>
            edit(
              {
                rows: [
                  ...rows,
                  {
                    id: newRowId(node),
                    cells: inputs.map(() => null),
                    ...(outcome === 'tier' ? { tier: fallback } : { value: 0 }),
                  },
                ],
              },
              `add/${rows.length}`,
            )
          }
        >
          {t('table.addRow')}
        </Button>
        <span className="node-muted">{t('table.addInput')}</span>
        <div className="table-add-input">
          <NodeSelect
            value={undefined}
            label={t('table.addInput')}
            accepts={(each) => each.id !== node.id && yieldsValue(each) && !inputs.includes(each.id)}
            onChange={(input) => input !== undefined && addInput(input)}
          />
        </div>
      </Flex>
    </div>
  );
}
