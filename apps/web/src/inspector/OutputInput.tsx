import { Input } from 'antd';
import type { ReactNode } from 'react';
import { scalarOf } from './ScalarInput';

interface OutputInputProps {
  readonly value: string | number | undefined;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly size?: 'small';
  /** An emptied input gives nothing. */
  onChange(value: string | number | undefined): void;
}

/** What a node gives: a number where it reads as one, else a text. */
export const OutputInput = (props: OutputInputProps): ReactNode => (
  <Input
    id={props.id}
    size={props.size}
    value={props.value === undefined ? '' : String(props.value)}
    placeholder={props.placeholder}
    maxLength={200}
    aria-label={props.label}
    onChange={({ target }) => props.onChange(target.value === '' ? undefined : scalarOf(target.value))}
  />
);
