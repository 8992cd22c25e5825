import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../components/Field';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly hasError?: boolean;
  onChange(value: T): void;
}

/** A labelled choice of one option. */
export const SelectField = <T extends string>(props: SelectFieldProps<T>): ReactNode => (
  <Field label={props.label}>
    {(id) => (
      <Select<T>
        id={id}
        className="wide"
        value={props.value}
        status={props.hasError ? 'error' : undefined}
        options={[...props.options]}
        onChange={props.onChange}
      />
    )}
  </Field>
);
