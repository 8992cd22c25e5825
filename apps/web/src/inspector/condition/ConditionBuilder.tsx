import { CodeOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { JsonLogic } from '@terrace/model';
import { Button, Flex, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperatorWords } from '../../canvas/condition/useRowWords';
import { ScalarInput, scalarOf } from '../ScalarInput';
import type { ScalarType } from '../scalar-type';
import { RuleText } from './RuleText';
import {
  formOf,
  logicOf,
  rowOperators,
  type ConditionForm,
  type ConditionRow,
  type RowOperator,
  type Scalar,
} from './condition-form';

/** Something a condition can speak of: a node, or a field of an event. */
export interface Variable {
  readonly id: string;
  readonly label: string;
  readonly type: ScalarType;
  readonly choices?: readonly string[] | undefined;
  /** What a choice is called, where it is not its own name. */
  readonly nameOf?: (choice: string) => string;
}

interface ConditionBuilderProps {
  readonly logic: JsonLogic | undefined;
  readonly variables: readonly Variable[];
  readonly isReadOnly: boolean;
  /** What no row at all means. */
  readonly emptyHint: string;
  onChange(logic: JsonLogic): void;
}

const unordered: readonly RowOperator[] = ['==', '!=', 'in', 'isMissing', 'isPresent'];

const operatorsFor = (type: ScalarType): readonly RowOperator[] =>
  type === 'number'
    ? rowOperators
    : type === 'boolean'
      ? ['==', '!=', 'isMissing', 'isPresent']
      : type === 'text'
        ? unordered
        : rowOperators.filter((operator) => operator !== 'between' && operator !== 'in');

const firstValue = (variable: Variable | undefined): Scalar =>
  variable?.type === 'number' ? 0 : variable?.type === 'boolean' ? true : (variable?.choices?.[0] ?? '');

function valuesFor(operator: RowOperator, variable: Variable | undefined, old: readonly Scalar[]): Scalar[] {
  const value = old[0] ?? firstValue(variable);
  if (operator === 'isMissing' || operator === 'isPresent') return [];
  if (operator === 'between') return [value, old[1] ?? value];
  return operator === 'in' ? (old.length > 0 ? [...old] : [value]) : [value];
}

/** Rows of field, operator and value joined by "and" or "or"; JSON Logic as text for everything else. */
export function ConditionBuilder(props: ConditionBuilderProps): ReactNode {
  const { logic, variables, isReadOnly, onChange } = props;
  const { t } = useTranslation();
  const operatorWords = useOperatorWords();
  const [isText, setText] = useState(false);
  const form = formOf(logic);
  const known = new Map(variables.map((variable) => [variable.id, variable]));

  const edit = (next: ConditionForm): void => onChange(logicOf(next));
  const editRow = (index: number, row: ConditionRow): void => {
    if (form !== undefined) edit({ ...form, rows: form.rows.map((each, i) => (i === index ? row : each)) });
  };

  const add = (): void => {
    const [variable] = variables;
    if (form === undefined || variable === undefined) return;
    const operator = variable.type === 'number' ? '>=' : '==';
    edit({
      ...form,
      rows: [...form.rows, { variable: variable.id, operator, values: [firstValue(variable)] }],
    });
  };

  const value = (row: ConditionRow, index: number): ReactNode => {
    const variable = known.get(row.variable);
    const type = variable?.type ?? 'text';
    const label = t('condition.valueLabel', { number: index + 1 });
    if (row.values.length === 0 && row.operator !== 'in') return null;
    if (row.operator === 'in')
      return (
        <Select
          mode="tags"
          className="wide"
          aria-label={label}
          value={row.values.map(String)}
          options={(variable?.choices ?? []).map((choice) => ({
            value: choice,
            label: variable?.nameOf?.(choice) ?? choice,
          }))}
          onChange={(list: string[]) =>
            editRow(index, {
              ...row,
              values: list.map((each) => (type === 'number' ? scalarOf(each) : each)),
            })
          }
        />
      );
    return (
      <Flex gap={4} align="center" className="wide">
        {row.values.map((each, place) => (
          <ScalarInput
            key={place}
            type={type}
            value={each}
            choices={variable?.choices}
            nameOf={variable?.nameOf}
            label={label}
            testId={`condition-value-${index}${place === 0 ? '' : `-${place}`}`}
            onChange={(next) =>
              editRow(index, { ...row, values: row.values.map((old, i) => (i === place ? next : old)) })
            }
          />
        ))}
      </Flex>
    );
  };

  return (
    <div className="condition-builder">
      {form === undefined || isText ? (
        <>
          {form === undefined && <div className="field-hint">{t('condition.onlyText')}</div>}
          <RuleText logic={logic ?? true} isReadOnly={isReadOnly} onChange={onChange} />
        </>
      ) : (
        <>
          {form.rows.length > 1 && (
            <Segmented<'and' | 'or'>
              size="small"
              value={form.join}
              options={[
                { value: 'and', label: t('condition.allHold') },
                { value: 'or', label: t('condition.anyHolds') },
              ]}
              onChange={(join) => edit({ ...form, join })}
            />
          )}
          {form.rows.length === 0 && <div className="field-hint">{props.emptyHint}</div>}
          {form.rows.map((row, index) => {
            const variable = known.get(row.variable);
            return (
              <div className="condition-row" key={index}>
                <Select
                  className="wide"
                  aria-label={t('condition.variableLabel', { number: index + 1 })}
                  value={row.variable}
                  status={variable === undefined ? 'error' : undefined}
                  popupMatchSelectWidth={false}
                  options={variables.map(({ id, label }) => ({ value: id, label }))}
                  onChange={(id: string) => {
                    const next = known.get(id);
                    const isSame = next?.type === variable?.type;
                    const operator = operatorsFor(next?.type ?? 'text').includes(row.operator)
                      ? row.operator
                      : '==';
                    editRow(index, {
                      variable: id,
                      operator,
                      values: valuesFor(operator, next, isSame ? row.values : []),
                    });
                  }}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('condition.removeRow', { number: index + 1 })}
                  onClick={() => edit({ ...form, rows: form.rows.filter((_, i) => i !== index) })}
                />
                <Flex gap={4} className="condition-test">
                  <Select
                    aria-label={t('condition.operatorLabel', { number: index + 1 })}
                    value={row.operator}
                    popupMatchSelectWidth={false}
                    options={operatorsFor(variable?.type ?? 'text').map((operator) => ({
                      value: operator,
                      label: operatorWords(operator),
                    }))}
                    onChange={(operator: RowOperator) =>
                      editRow(index, { ...row, operator, values: valuesFor(operator, variable, row.values) })
                    }
                  />
                  {value(row, index)}
                </Flex>
              </div>
            );
          })}
        </>
      )}
      <Flex gap={8} wrap>
        {form !== undefined && !isText && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            disabled={variables.length === 0 || isReadOnly}
            onClick={add}
          >
            {t('condition.addRow')}
          </Button>
        )}
        {form !== undefined && (
          <Button
            size="small"
            type="text"
            icon={<CodeOutlined />}
            disabled={false}
            onClick={() => setText(!isText)}
          >
            {t(isText ? 'condition.showRows' : 'condition.showText')}
          </Button>
        )}
      </Flex>
    </div>
  );
}
