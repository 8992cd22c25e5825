import type { TemplateParameter } from '@terrace/model';
import type { ReactNode } from 'react';
import { ParameterInput, type ParameterValue } from '../components/parameter/ParameterInput';
import { useParameterHint } from '../components/parameter/useParameterHint';
import { useText } from '../i18n/useText';
import { Field } from '../components/Field';

type Values = Readonly<Record<string, ParameterValue>>;

interface ParameterFieldsProps {
  readonly parameters: readonly TemplateParameter[];
  /** A parameter that is not named has its default. */
  readonly values: Values;
  onChange(values: Record<string, ParameterValue>, parameter: string): void;
}

/** A form made from the declarations of parameters; one that is emptied has its default again. */
export function ParameterFields({ parameters, values, onChange }: ParameterFieldsProps): ReactNode {
  const text = useText();
  const hintOf = useParameterHint();
  return parameters.map((parameter) => (
    <Field key={parameter.id} label={text(parameter.name)} hint={hintOf(parameter)}>
      {(id) => (
        <ParameterInput
          id={id}
          parameter={parameter}
          value={values[parameter.id] ?? parameter.default}
          onChange={(value) => {
            const { [parameter.id]: _, ...rest } = values;
            onChange(value === null ? rest : { ...rest, [parameter.id]: value }, parameter.id);
          }}
        />
      )}
    </Field>
  ));
}
