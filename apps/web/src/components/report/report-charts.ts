import type { RunReport } from '@terrace/client';
import type { EChartsCoreOption } from 'echarts/core';
import { unknownColor } from '../../store/tier-colors';

type Measure = RunReport['measures'][number];
type Tier = RunReport['tiers'][number];
type Say = (value: string | number | null, unit: string | null) => string;

interface Words {
  readonly nameOf: (each: { readonly name: Tier['name'] }) => string;
  readonly say: Say;
}

/** For the measures of one chart, told apart by people with the common colour-vision deficiencies (after Okabe and Ito). */
const measureColors = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];

const totals = ['count', 'sum'];

/** What makes two measures comparable: their unit, and whether they are totals or levels such as averages. */
function scaleOf({ id, unit, aggregate }: Measure): string {
  if (unit === 'share') return unit;
  // Numbers without a unit need not be of one kind.
  if (unit === null) return aggregate === 'count' ? 'count' : `#${id}`;
  return `${unit}/${totals.includes(aggregate) ? 'total' : 'level'}`;
}

/** Measures by scale: what is on another would not be seen beside it, and stands in a chart of its own. */
export function measureGroups(measures: readonly Measure[]): readonly (readonly Measure[])[] {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    const scale = scaleOf(measure);
    groups.set(scale, [...(groups.get(scale) ?? []), measure]);
  }
  return [...groups.values()];
}

/** Bars per tier, best tier on top; one measure in the tiers' colours, several side by side with a legend. */
export function barOption(
  tiers: readonly Tier[],
  measures: readonly Measure[],
  { nameOf, say }: Words,
): EChartsCoreOption {
  const shown = tiers.toReversed();
  const isSingle = measures.length === 1;
  return {
    aria: { enabled: true },
    grid: { left: 8, right: 64, top: isSingle ? 8 : 32, bottom: 8, containLabel: true },
    ...(isSingle ? {} : { legend: { top: 0, left: 0, type: 'scroll', selectedMode: false } }),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      data: shown.map(nameOf),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { width: 120, overflow: 'truncate' },
    },
    series: measures.map((measure, index) => ({
      name: nameOf(measure),
      type: 'bar',
      barMaxWidth: 20,
      tooltip: { valueFormatter: (value: number | null) => say(value, measure.unit) },
      ...(isSingle ? {} : { itemStyle: { color: measureColors[index % measureColors.length] } }),
      data: shown.map(({ values, color }) => {
        const value = values[measure.id] ?? null;
        return {
          value: value === null ? null : Number(value),
          ...(isSingle ? { itemStyle: { color: color ?? unknownColor } } : {}),
        };
      }),
      label: {
        show: true,
        position: 'right',
        formatter: ({ value }: { value: number | null }) => say(value, measure.unit),
      },
    })),
  };
}

/** A pie of one measure over the tiers, in their colours. */
export function pieOption(
  tiers: readonly Tier[],
  measure: Measure,
  { nameOf, say }: Words,
): EChartsCoreOption {
  return {
    aria: { enabled: true },
    tooltip: { trigger: 'item', valueFormatter: (value: number | null) => say(value, measure.unit) },
    series: [
      {
        type: 'pie',
        radius: ['42%', '70%'],
        itemStyle: { borderWidth: 2, borderColor: 'transparent' },
        label: {
          formatter: ({ name, value }: { name: string; value: number }) =>
            `${name}\n${say(value, measure.unit)}`,
          overflow: 'truncate',
          width: 110,
        },
        data: tiers
          .filter(({ values }) => Number(values[measure.id] ?? 0) > 0)
          .map(({ color, values, ...tier }) => ({
            name: nameOf(tier),
            value: Number(values[measure.id]),
            itemStyle: { color: color ?? unknownColor },
          })),
      },
    ],
  };
}
