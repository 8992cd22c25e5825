import type { DecisionTableNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NodeSelect } from '../NodeSelect';
import { DecimalInput } from '../DecimalInput';
import { OutputInput } from '../OutputInput';

type Row = DecisionTableNode['rows'][number];

interface RowOutcomeProps {
  readonly row: Row;
  readonly number: number;
  readonly outcome: 'tier' | 'value';
  /** Whether values are added up or compared, and so are numbers. */
  readonly isNumeric: boolean;
  onChange(row: Row): void;
}

/** What a row of a decision table gives. */
export function RowOutcome({ row, number, outcome, isNumeric, onChange }: RowOutcomeProps): ReactNode {
  const { t } = useTranslation();
  if (outcome === 'tier')
    return (
      <NodeSelect
        value={row.tier}
        label={t('table.tierLabel', { number })}
        accepts={(each) => each.kind === 'tier'}
        onChange={(tier) => tier !== undefined && onChange({ ...row, tier })}
      />
    );
  if (isNumeric)
    return (
      <DecimalInput
        size="small"
        value={String(row.value ?? 0)}
        label={t('table.outcomeLabel', { number })}
        onChange={(value) => value !== undefined && onChange({ ...row, value: Number(value) })}
      />
    );
  return (
    <OutputInput
      size="small"
      value={row.value}
      label={t('table.outcomeLabel', { number })}
      onChange={(value = '') => onChange({ ...row, value })}
    />
  );
}
