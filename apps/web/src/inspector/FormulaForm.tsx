import { CodeOutlined } from '@ant-design/icons';
import type { FormulaNode, JsonLogic } from '@terrace/model';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../store/editor-store';
import { ConditionBuilder } from './condition/ConditionBuilder';
import { RuleText } from './condition/RuleText';
import { useNodeVariables } from './condition/useVariables';
import { formulaOf } from './formula/formula-form';
import { FormulaSteps } from './formula/FormulaSteps';
import { useFormulaWords } from './formula/useFormulaWords';
import { Field } from '../components/Field';
import { SelectField } from './SelectField';
import { useEditNode } from './useEditNode';

const types = ['number', 'boolean', 'text', 'date'] as const satisfies readonly FormulaNode['valueType'][];

const firstOf: Record<FormulaNode['valueType'], JsonLogic> = {
  number: 0,
  boolean: true,
  text: '',
  date: '2026-01-01',
};

export function FormulaForm({ node }: { readonly node: FormulaNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const wordsOf = useFormulaWords();
  const variables = useNodeVariables(node.id);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [isText, setText] = useState(false);
  const terms = node.valueType === 'number' ? formulaOf(node.expression) : undefined;
  const setExpression = (expression: JsonLogic): void => edit({ expression }, 'expression');
  return (
    <>
      <SelectField
        label={t('formula.type')}
        value={node.valueType}
        options={types.map((type) => ({ value: type, label: t(`valueType.${type}`) }))}
        onChange={(valueType) =>
          valueType !== node.valueType && edit({ valueType, expression: firstOf[valueType] }, 'type')
        }
      />
      <div className="field">
        <span className="field-label">{t('formula.expression')}</span>
        {node.valueType === 'boolean' ? (
          <ConditionBuilder
            key={node.id}
            logic={node.expression}
            variables={variables}
            isReadOnly={isReadOnly}
            emptyHint={t('formula.alwaysTrue')}
            onChange={setExpression}
          />
        ) : (
          <div className="condition-builder">
            {terms === undefined || isText ? (
              <>
                {node.valueType === 'number' && terms === undefined && (
                  <div className="field-hint">{t('formula.onlyText')}</div>
                )}
                <RuleText logic={node.expression} isReadOnly={isReadOnly} onChange={setExpression} />
              </>
            ) : (
              <FormulaSteps
                terms={terms}
                variables={variables.filter(({ type }) => type === 'number')}
                onChange={setExpression}
              />
            )}
            {terms !== undefined && (
              <Button
                size="small"
                type="text"
                icon={<CodeOutlined />}
                disabled={false}
                onClick={() => setText(!isText)}
              >
                {t(isText ? 'formula.showSteps' : 'condition.showText')}
              </Button>
            )}
          </div>
        )}
        <div className="field-hint" role="status">
          {t('formula.reads', { sentence: wordsOf(node) ?? t('condition.custom') })}
        </div>
      </div>
      <Field label={t('dimension.unit')} hint={t('dimension.unitHint')}>
        {(id) => (
          <Input
            id={id}
            value={node.unit ?? ''}
            maxLength={40}
            onChange={({ target }) => edit({ unit: target.value === '' ? undefined : target.value }, 'unit')}
          />
        )}
      </Field>
    </>
  );
}
