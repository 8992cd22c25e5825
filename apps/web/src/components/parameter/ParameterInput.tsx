import type { TemplateParameter } from '@terrace/model';
import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText';
import { useUnitWords } from '../../i18n/useUnitWords';

/** What a parameter can be set to. */
export type ParameterValue = string | number;

interface ParameterInputProps {
  readonly parameter: TemplateParameter;
  readonly id?: string;
  readonly value?: ParameterValue | undefined;
  onChange?(value: ParameterValue | null): void;
}

/** The control of a declared parameter. A form's item gives it its value and takes it back. */
export function ParameterInput({ parameter, id, value, onChange }: ParameterInputProps): ReactNode {
  const text = useText();
  const unitWords = useUnitWords();
  const common = { id, 'data-testid': `parameter-${parameter.id}` };
  if (parameter.type === 'choice')
    return (
      <Select
        {...common}
        className="wide"
        value={value}
        options={(parameter.options ?? []).map((option) => ({
          value: option.value,
          label: text(option.name),
        }))}
        onChange={(next: ParameterValue) => onChange?.(next)}
      />
    );
  if (parameter.type === 'text')
    return (
      <Input {...common} maxLength={200} value={value} onChange={({ target }) => onChange?.(target.value)} />
    );
  return (
    <InputNumber<number>
      {...common}
      className="wide"
      value={value === undefined ? null : Number(value)}
      suffix={unitWords(parameter.unit)}
      {...(parameter.type === 'integer' ? { precision: 0 } : {})}
      {...(parameter.minimum === undefined ? {} : { min: parameter.minimum })}
      {...(parameter.maximum === undefined ? {} : { max: parameter.maximum })}
      onChange={(next) => onChange?.(next)}
    />
  );
}
