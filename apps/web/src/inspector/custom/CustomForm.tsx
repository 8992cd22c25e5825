import { familyOf, type CustomNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useContributions } from '../../api/useContributions';
import { useText } from '../../i18n/useText';
import { valueTypeOf } from '../../store/node-value';
import { Field } from '../../components/Field';
import { NodeSelect } from '../NodeSelect';
import { Origin } from '../Origin';
import { ParameterFields } from '../ParameterFields';
import { useEditNode } from '../useEditNode';
import { useCustomWords } from './useCustomWords';

/** The form of a node of a contributed kind, made from the definition it carries. */
export function CustomForm({ node }: { readonly node: CustomNode }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const edit = useEditNode(node);
  const wordsOf = useCustomWords();
  const { nodeKinds } = useContributions();
  const kind = nodeKinds.find(({ id }) => id === node.origin);
  const { inputs, parameters, valueType } = node.definition;
  const connect = (input: string, source: string | undefined): void => {
    const { [input]: _, ...rest } = node.inputs;
    edit({ inputs: source === undefined ? rest : { ...rest, [input]: source } }, `inputs/${input}`);
  };
  return (
    <>
      <Origin id={node.origin} version={node.version} name={kind?.name} hint={t('custom.keepsDefinition')} />
      {kind?.description !== undefined && <p className="field-hint">{text(kind.description)}</p>}
      {inputs.map((input) => (
        <Field
          key={input.id}
          label={text(input.name)}
          hint={t('custom.takes', { type: t(`valueType.${input.type}`) })}
        >
          {(id) => (
            <NodeSelect
              id={id}
              value={node.inputs[input.id]}
              isClearable={node.inputs[input.id] !== undefined}
              testId={`input-${input.id}`}
              accepts={(each) => {
                const type = valueTypeOf(each);
                return each.id !== node.id && type !== undefined && familyOf(type) === familyOf(input.type);
              }}
              onChange={(source) => connect(input.id, source)}
            />
          )}
        </Field>
      ))}
      <ParameterFields
        parameters={parameters}
        values={node.parameters}
        onChange={(values, id) => edit({ parameters: values }, `parameters/${id}`)}
      />
      <div className="field">
        <span className="field-label">{t('formula.type')}</span>
        <div>{t(`valueType.${valueType}`)}</div>
        <div className="field-hint" role="status" data-testid="custom-words">
          {t('formula.reads', { sentence: wordsOf(node) ?? t('condition.custom') })}
        </div>
      </div>
    </>
  );
}
