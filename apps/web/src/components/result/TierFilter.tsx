import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tiers } from './tier-info';

interface TierFilterProps {
  readonly tiers: Tiers;
  readonly value: string | undefined;
  onChange(tier: string | undefined): void;
}

/** Narrows a list to one tier. */
export function TierFilter({ tiers, value, onChange }: TierFilterProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Select
      allowClear
      className="filter"
      placeholder={t('result.anyTier')}
      aria-label={t('result.tier')}
      value={value}
      popupMatchSelectWidth={false}
      options={tiers.list.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
