import type { Cell } from '@terrace/model';
import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Range = Extract<Cell, { op: 'range' }>;

const closings: readonly { readonly value: Range['closed']; readonly low: string; readonly high: string }[] =
  [
    { value: 'left', low: '≥', high: '<' },
    { value: 'right', low: '>', high: '≤' },
    { value: 'both', low: '≥', high: '≤' },
    { value: 'neither', low: '>', high: '<' },
  ];

interface RangeEditorProps {
  readonly range: Range;
  readonly label: string;
  onChange(range: Range): void;
}

/** A range whose ends may be open; the signs between them say which ends belong to it. */
export function RangeEditor({ range, label, onChange }: RangeEditorProps): ReactNode {
  const { t } = useTranslation();
  const setEnd = (end: 'min' | 'max', value: number | null): void => {
    const { [end]: _, ...rest } = range;
    onChange(value === null ? rest : { ...rest, [end]: value });
  };
  return (
    <>
      <InputNumber<number>
        size="small"
        value={range.min ?? null}
        placeholder="−∞"
        aria-label={t('table.minimumOf', { label })}
        onChange={(value) => setEnd('min', value)}
      />
      <Select<Range['closed']>
        size="small"
        value={range.closed}
        aria-label={t('table.endsOf', { label })}
        popupMatchSelectWidth={false}
        options={closings.map(({ value, low, high }) => ({ value, label: `${low} ${high}` }))}
        onChange={(closed) => onChange({ ...range, closed })}
      />
      <InputNumber<number>
        size="small"
        value={range.max ?? null}
        placeholder="+∞"
        aria-label={t('table.maximumOf', { label })}
        onChange={(value) => setEnd('max', value)}
      />
    </>
  );
}
