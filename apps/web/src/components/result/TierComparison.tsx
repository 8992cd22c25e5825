import type { MatrixCell, TierResult } from '@terrace/client';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat';
import { LazyChart } from '../chart/LazyChart';
import type { Tiers } from './tier-info';

interface TierComparisonProps {
  readonly items: readonly TierResult[];
  readonly cells: readonly MatrixCell[];
  readonly tiers: Tiers;
}

/** Subjects per tier before and after, as bars. */
export function TierComparison({ items, cells, tiers }: TierComparisonProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const option = useMemo(() => {
    const after = new Map(items.map(({ tier, count }) => [tier, count]));
    const before = new Map<string, number>();
    for (const { from, count } of cells) if (from !== null) before.set(from, (before.get(from) ?? 0) + count);
    const shown = tiers.list.toReversed();
    const label = {
      show: true,
      position: 'right',
      formatter: ({ value }: { value: number }) => format.number(value),
    };
    const series = {
      name: t('result.after'),
      type: 'bar',
      barGap: '10%',
      data: shown.map(({ id, color }) => ({ value: after.get(id) ?? 0, itemStyle: { color } })),
      label,
    };
    const series0 = {
      name: t('result.before'),
      type: 'bar',
      itemStyle: { color: '#9aa4ad', opacity: 0.55 },
      data: shown.map(({ id }) => before.get(id) ?? 0),
      label: { ...label, color: '#9aa4ad' },
    };
    return {
      aria: { enabled: true },
      grid: { left: 8, right: 56, top: 28, bottom: 8, containLabel: true },
      legend: {
        top: 0,
        right: 0,
        selectedMode: false,
        data:
          before.size > 0
            ? [t('result.before'), { name: t('result.after'), itemStyle: { color: '#0b7285' } }]
            : [],
      },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: number) => format.number(value),
      },
      xAxis: {
        type: 'value',
        axisLabel: { formatter: (value: number) => format.number(value) },
        splitNumber: 4,
      },
      yAxis: { type: 'category', data: shown.map(({ name }) => name), axisTick: { show: false } },
      series: before.size > 0 ? [series, series0] : [series],
    };
  }, [items, cells, tiers, t, format]);
  return (
    <LazyChart
      option={option}
      height={Math.max(180, tiers.list.length * 40 + 44)}
      label={t('result.chartLabel', { subjects: tiers.subjects })}
    />
  );
}
