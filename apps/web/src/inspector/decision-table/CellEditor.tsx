import type { Cell } from '@terrace/model';
import { Flex, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperatorWords } from '../../canvas/condition/useRowWords';
import { valuesOfCell } from '../../canvas/decision-table/useCellWords';
import type { Variable } from '../condition/ConditionBuilder';
import type { Scalar } from '../condition/condition-form';
import { ScalarInput, scalarOf } from '../ScalarInput';
import type { ScalarType } from '../scalar-type';
import { RangeEditor } from './RangeEditor';

type CellOperator = NonNullable<Cell>['op'];

const ordered = ['==', '!=', '<', '<=', '>', '>='] as const;

const operatorsFor = (type: ScalarType): readonly CellOperator[] =>
  type === 'number'
    ? [...ordered, 'range', 'between', 'in', 'missing']
    : type === 'text'
      ? ['==', '!=', 'in', 'missing']
      : type === 'boolean'
        ? ['==', '!=', 'missing']
        : [...ordered, 'missing'];

/** The cell with another operator; values are kept where they fit. */
function cellWith(operator: CellOperator, type: ScalarType, old: Cell): Cell {
  const [first, second] = old === null ? [] : valuesOfCell(old);
  const fallback: Scalar = type === 'number' ? 0 : type === 'boolean' ? true : '';
  const value = first ?? fallback;
  switch (operator) {
    case 'missing':
      return { op: 'missing' };
    case 'between':
    case 'range': {
      const min = Number(value) || 0;
      const max = typeof second === 'number' ? second : min;
      return operator === 'between' ? { op: operator, min, max } : { op: operator, min, max, closed: 'left' };
    }
    case 'in':
      return { op: 'in', values: [typeof value === 'boolean' ? String(value) : value] };
    default:
      return { op: operator, value };
  }
}

interface CellEditorProps {
  readonly cell: Cell;
  readonly variable: Variable | undefined;
  readonly label: string;
  onChange(cell: Cell): void;
}

/** One cell of a decision table or of a scorecard's bins: an operator and its values. */
export function CellEditor({ cell, variable, label, onChange }: CellEditorProps): ReactNode {
  const { t } = useTranslation();
  const operatorWords = useOperatorWords();
  const type = variable?.type ?? 'number';
  const wordsOf = (operator: CellOperator): string =>
    operator === 'range'
      ? t('operator.range')
      : operatorWords(operator === 'missing' ? 'isMissing' : operator);
  return (
    <Flex gap={4} className="cell-editor">
      <Select<CellOperator | 'any'>
        size="small"
        value={cell === null ? 'any' : cell.op}
        aria-label={t('table.operatorOf', { label })}
        popupMatchSelectWidth={false}
        options={[
          { value: 'any', label: t('table.any') },
          ...operatorsFor(type).map((operator) => ({ value: operator, label: wordsOf(operator) })),
        ]}
        onChange={(operator) => onChange(operator === 'any' ? null : cellWith(operator, type, cell))}
      />
      {cell?.op === 'between' && (
        <>
          <InputNumber<number>
            size="small"
            value={cell.min}
            aria-label={t('table.minimumOf', { label })}
            onChange={(min) => min !== null && onChange({ ...cell, min })}
          />
          <InputNumber<number>
            size="small"
            value={cell.max}
            aria-label={t('table.maximumOf', { label })}
            onChange={(max) => max !== null && onChange({ ...cell, max })}
          />
        </>
      )}
      {cell?.op === 'range' && <RangeEditor range={cell} label={label} onChange={onChange} />}
      {cell?.op === 'in' && (
        <Select
          mode="tags"
          size="small"
          className="cell-values"
          value={cell.values.map(String)}
          aria-label={t('table.valueOf', { label })}
          options={(variable?.choices ?? []).map((choice) => ({ value: choice, label: choice }))}
          onChange={(values: string[]) =>
            values.length > 0 &&
            onChange({ op: 'in', values: type === 'number' ? values.map(scalarOf) : values })
          }
        />
      )}
      {cell !== null && 'value' in cell && (
        <ScalarInput
          type={type}
          value={cell.value}
          choices={variable?.choices}
          label={t('table.valueOf', { label })}
          isSmall
          onChange={(value) => onChange({ ...cell, value })}
        />
      )}
    </Flex>
  );
}
