import type { ModelSummary } from '@terrace/client';
import { Link } from '@tanstack/react-router';
import { Card, Flex, Skeleton, Tag } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/useCall';
import { LazyChart } from '../../components/chart/LazyChart';
import { useTiers } from '../../components/result/tier-info';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';

/** A model that was applied, with the distribution of its current tiers. */
export function ModelCard({ model }: { readonly model: ModelSummary }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const current = useCall('getCurrentTiers', { params: { id: model.id } });
  const version = useCall(
    'getVersion',
    { params: { id: model.id, number: model.appliedVersion ?? 1 } },
    { staleTime: Infinity },
  );
  const tiers = useTiers(version.data?.document);
  const option = useMemo(() => {
    const counts = new Map(current.data?.items.map(({ tier, count }) => [tier, count]));
    const shown = tiers.list.toReversed();
    return {
      aria: { enabled: true },
      grid: { left: 4, right: 52, top: 4, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: number) => format.number(value),
      },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        data: shown.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          data: shown.map(({ id, color }) => ({ value: counts.get(id) ?? 0, itemStyle: { color } })),
          label: {
            show: true,
            position: 'right',
            formatter: ({ value }: { value: number }) => format.number(value),
          },
        },
      ],
    };
  }, [current.data, tiers, format]);
  const isReady = current.data !== undefined && version.data !== undefined;
  return (
    <Card
      size="small"
      className="fill"
      data-testid={`model-card-${model.id}`}
      title={
        <Link to="/models/$modelId" params={{ modelId: model.id }}>
          {text(model.name)}
        </Link>
      }
      extra={<Tag color="green">{t('models.appliedVersion', { number: model.appliedVersion })}</Tag>}
    >
      {!isReady ? (
        <Skeleton active />
      ) : (
        <>
          <LazyChart
            option={option}
            height={Math.max(120, tiers.list.length * 26)}
            label={t('result.chartLabel', { subjects: tiers.subjects })}
          />
          <Flex justify="space-between" className="node-muted">
            <span>{t('home.total', { number: format.number(current.data.total) })}</span>
            <Link to="/models/$modelId/results" params={{ modelId: model.id }} search={{}}>
              {t('home.seeResults')}
            </Link>
          </Flex>
        </>
      )}
    </Card>
  );
}
