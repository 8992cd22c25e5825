import type { RunReport } from '@terrace/client';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { LazyChart } from '../chart/LazyChart';
import { barOption, measureGroups, pieOption } from './report-charts';
import { useMeasureWords } from './useMeasureWords';

/** The figures of a report drawn: a chart for each unit, or a pie per measure. */
export function ReportChart({ report }: { readonly report: RunReport }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const say = useMeasureWords();
  const { chart, measures, tiers } = report;
  const charts = useMemo(() => {
    const words = { nameOf: ({ name }: Pick<RunReport, 'name'>) => text(name), say };
    return chart === 'pie'
      ? measures.map((measure) => ({
          title: text(measure.name),
          height: 260,
          option: pieOption(tiers, measure, words),
        }))
      : measureGroups(measures).map((group) => ({
          title: group.map(({ name }) => text(name)).join(t('operator.comma')),
          height: Math.max(110, tiers.length * (group.length === 1 ? 30 : group.length * 24 + 10) + 40),
          option: barOption(tiers, group, words),
        }));
  }, [chart, measures, tiers, text, say, t]);
  return charts.map(({ title, height, option }) => (
    <figure key={title} className="report-figure">
      {charts.length > 1 && <figcaption>{title}</figcaption>}
      <LazyChart
        option={option}
        height={height}
        label={t('report.chartLabel', { report: text(report.name), measures: title })}
      />
    </figure>
  ));
}
