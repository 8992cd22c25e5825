import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { JsonLogic } from '@terrace/model';
import { Button, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Variable } from '../condition/ConditionBuilder';
import { arithmetic, logicOfFormula, type Arithmetic, type FormulaTerm } from './formula-form';

const signs: Record<Arithmetic, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
/** The option that stands for a number typed in; no node has this id. */
const aNumber = '#number';

interface FormulaStepsProps {
  readonly terms: readonly FormulaTerm[];
  readonly variables: readonly Variable[];
  onChange(logic: JsonLogic): void;
}

/** A calculation step by step: an operator, then a node's number or one typed in. */
export function FormulaSteps({ terms, variables, onChange }: FormulaStepsProps): ReactNode {
  const { t } = useTranslation();
  const set = (next: readonly FormulaTerm[]): void => onChange(logicOfFormula(next));
  const setTerm = (index: number, term: FormulaTerm): void =>
    set(terms.map((each, i) => (i === index ? term : each)));
  const known = new Set(variables.map(({ id }) => id));
  return (
    <>
      {terms.map(({ operator, operand }, index) => {
        const number = index + 1;
        return (
          <div className="formula-step" key={index}>
            {index === 0 ? (
              <span className="formula-equals">=</span>
            ) : (
              <Select<Arithmetic>
                value={operator}
                aria-label={t('formula.operatorLabel', { number })}
                options={arithmetic.map((each) => ({ value: each, label: signs[each] }))}
                onChange={(next) => setTerm(index, { operator: next, operand })}
              />
            )}
            <div className="formula-operand">
              <Select<string>
                className="wide"
                value={typeof operand === 'number' ? aNumber : operand}
                status={typeof operand === 'string' && !known.has(operand) ? 'error' : undefined}
                aria-label={t('formula.operandLabel', { number })}
                popupMatchSelectWidth={false}
                options={[
                  { value: aNumber, label: t('formula.aNumber') },
                  ...variables.map(({ id, label }) => ({ value: id, label })),
                ]}
                onChange={(next) => setTerm(index, { operator, operand: next === aNumber ? 1 : next })}
              />
              {typeof operand === 'number' && (
                <InputNumber<number>
                  className="wide"
                  controls={false}
                  value={operand}
                  aria-label={t('formula.numberLabel', { number })}
                  onChange={(next) => next !== null && setTerm(index, { operator, operand: next })}
                />
              )}
            </div>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('formula.removeStep', { number })}
              onClick={() => set(terms.filter((_, i) => i !== index))}
            />
          </div>
        );
      })}
      <Button
        size="small"
        icon={<PlusOutlined />}
        data-testid="add-step"
        onClick={() => {
          const used = new Set(terms.map(({ operand }) => operand));
          const next = variables.find(({ id }) => !used.has(id));
          set([...terms, { operator: '+', operand: next?.id ?? 0 }]);
        }}
      >
        {t('formula.addStep')}
      </Button>
      <div className="field-hint">{t('formula.order')}</div>
    </>
  );
}
