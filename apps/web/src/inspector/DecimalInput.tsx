import { InputNumber } from 'antd';
import type { ReactNode } from 'react';

interface DecimalInputProps {
  readonly value: string | undefined;
  readonly id?: string;
  readonly label?: string;
  readonly testId?: string;
  readonly placeholder?: string;
  readonly suffix?: ReactNode;
  readonly min?: string;
  readonly max?: string;
  readonly size?: 'small';
  readonly status?: 'error';
  /** An emptied input gives nothing. */
  onChange(value: string | undefined): void;
}

/** A decimal, kept as text so that nothing is rounded. */
export const DecimalInput = (props: DecimalInputProps): ReactNode => (
  <InputNumber<string>
    id={props.id}
    className="wide"
    stringMode
    controls={false}
    value={props.value ?? null}
    min={props.min}
    max={props.max}
    size={props.size}
    status={props.status}
    suffix={props.suffix}
    placeholder={props.placeholder}
    aria-label={props.label}
    data-testid={props.testId}
    onChange={(value) => {
      const next = value === null || value === '' ? undefined : String(value);
      if (next === undefined || /^-?\d{1,30}(\.\d{1,30})?$/.test(next)) props.onChange(next);
    }}
  />
);
