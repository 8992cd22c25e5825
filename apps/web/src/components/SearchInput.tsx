import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputProps } from 'antd';
import type { ReactNode } from 'react';

interface SearchInputProps extends Pick<InputProps, 'autoFocus' | 'className' | 'size' | 'value'> {
  /** Says what is looked for: shown while nothing is typed, and read out. */
  readonly label: string;
  readonly 'data-testid': string;
  onChange(text: string): void;
}

/** A text that narrows what stands below it while it is typed. */
export function SearchInput({ label, onChange, ...input }: SearchInputProps): ReactNode {
  return (
    <Input
      {...input}
      allowClear
      prefix={<SearchOutlined aria-hidden />}
      placeholder={label}
      aria-label={label}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
