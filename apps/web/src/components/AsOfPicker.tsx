import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface AsOfPickerProps {
  readonly value: string;
  onChange(value: string): void;
}

/** The last day a run counts. */
export function AsOfPicker({ value, onChange }: AsOfPickerProps): ReactNode {
  const { t } = useTranslation();
  return (
    <DatePicker
      value={dayjs(value)}
      allowClear={false}
      format="YYYY-MM-DD"
      prefix={<span className="node-muted">{t('run.asOf')}</span>}
      aria-label={t('run.asOf')}
      data-testid="as-of"
      disabled={false}
      className="as-of"
      onChange={(next) => next !== null && onChange(next.format('YYYY-MM-DD'))}
    />
  );
}
