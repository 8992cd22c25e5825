import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scalar } from './condition/condition-form';
import type { ScalarType } from './scalar-type';

interface ScalarInputProps {
  readonly type: ScalarType;
  readonly value: Scalar | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly nameOf?: ((choice: string) => string) | undefined;
  readonly label: string;
  readonly testId?: string;
  readonly isSmall?: boolean;
  onChange(value: Scalar): void;
}

/** A value of a type. */
export function ScalarInput(props: ScalarInputProps): ReactNode {
  const { type, value, choices, nameOf, label, testId, isSmall = false, onChange } = props;
  const { t } = useTranslation();
  const common = {
    'aria-label': label,
    'data-testid': testId,
    ...(isSmall ? { size: 'small' as const } : {}),
  };
  if (type === 'number')
    return (
      <InputNumber<number>
        {...common}
        className="wide"
        value={typeof value === 'number' ? value : Number(value ?? 0)}
        onChange={(next) => next !== null && onChange(next)}
      />
    );
  if (type === 'boolean')
    return (
      <Select
        {...common}
        className="wide"
        value={value === true || value === 'true'}
        options={[
          { value: true, label: t('form.yes') },
          { value: false, label: t('form.no') },
        ]}
        onChange={onChange}
      />
    );
  if (choices !== undefined && choices.length > 0)
    return (
      <Select
        {...common}
        className="wide"
        value={value === undefined ? undefined : String(value)}
        options={choices.map((choice) => ({ value: choice, label: nameOf?.(choice) ?? choice }))}
        showSearch
        onChange={onChange}
      />
    );
  return (
    <Input
      {...common}
      value={value === undefined ? '' : String(value)}
      placeholder={type === 'date' ? 'YYYY-MM-DD' : undefined}
      maxLength={200}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A value typed as text: a number where it reads as one. */
export const scalarOf = (text: string): number | string =>
  /^-?\d{1,15}(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
