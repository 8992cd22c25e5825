import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/Field';

interface DaysFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number | undefined;
  readonly testId: string;
  onChange(days: number | undefined): void;
}

/** A number of days, or none. */
export function DaysField({ label, hint, value, testId, onChange }: DaysFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <InputNumber<number>
          id={id}
          className="wide"
          min={1}
          max={36525}
          precision={0}
          value={value ?? null}
          placeholder={t('form.none')}
          suffix={t('lifecycle.days')}
          data-testid={testId}
          onChange={(days) => onChange(days ?? undefined)}
        />
      )}
    </Field>
  );
}
