import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { LocalizedText, ServiceLevel, TierNode } from '@terrace/model';
import { Button, Input, InputNumber, Select, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../store/preferences';
import { withText } from '../../store/document-change';
import { useEditNode } from '../useEditNode';

const units = ['minute', 'hour', 'day'] as const satisfies readonly ServiceLevel['within']['unit'][];
const isEmpty = (text: LocalizedText): boolean => Object.values(text).every((part) => part === '');

/** What the customers of a tier are promised within a time, and what ends the clock. */
export function ServiceLevels({ node }: { readonly node: TierNode }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const edit = useEditNode(node);
  const levels = node.serviceLevels ?? [];
  const set = (next: readonly ServiceLevel[], part: string): void =>
    edit({ serviceLevels: next.length === 0 ? undefined : [...next] }, `service/${part}`);
  const setLevel = (index: number, level: ServiceLevel, part: string): void =>
    set(
      levels.map((each, i) => (i === index ? level : each)),
      `${index}/${part}`,
    );
  const add = (): void => {
    const ids = new Set(levels.map(({ id }) => id));
    let number = levels.length + 1;
    while (ids.has(`service_${number}`)) number++;
    set(
      [
        ...levels,
        {
          id: `service_${number}`,
          name: { 'zh-CN': '首次响应', en: 'First response' },
          within: { amount: 15, unit: 'minute' },
        },
      ],
      `add/${levels.length}`,
    );
  };
  /** The other language comes second, so that the reader's own is on top. */
  const languages = language === 'en' ? (['en', 'zh-CN'] as const) : (['zh-CN', 'en'] as const);
  return (
    <div className="field">
      <span className="field-label">{t('tier.serviceLevels')}</span>
      {levels.map((level, index) => {
        const number = index + 1;
        return (
          <div className="service-level" key={level.id}>
            {languages.map((each) => (
              <Input
                key={`name-${each}`}
                size="small"
                lang={each}
                value={level.name[each] ?? ''}
                placeholder={t(`inspector.in.${each}`, { label: t('tier.serviceName') })}
                aria-label={t(`inspector.in.${each}`, { label: t('tier.serviceNameLabel', { number }) })}
                onChange={({ target }) =>
                  setLevel(
                    index,
                    { ...level, name: withText(level.name, each, target.value) },
                    `name/${each}`,
                  )
                }
              />
            ))}
            <Space.Compact block>
              <InputNumber
                size="small"
                className="wide"
                min={0}
                max={100_000}
                precision={0}
                value={level.within.amount}
                prefix={t('tier.within')}
                aria-label={t('tier.withinLabel', { number })}
                onChange={(amount) =>
                  amount !== null &&
                  setLevel(index, { ...level, within: { ...level.within, amount } }, 'amount')
                }
              />
              <Select
                size="small"
                value={level.within.unit}
                aria-label={t('tier.withinUnit', { number })}
                popupMatchSelectWidth={false}
                options={units.map((unit) => ({ value: unit, label: t(`tier.unit.${unit}`) }))}
                onChange={(unit: ServiceLevel['within']['unit']) =>
                  setLevel(index, { ...level, within: { ...level.within, unit } }, 'unit')
                }
              />
            </Space.Compact>
            {languages.map((each) => (
              <Input
                key={`stop-${each}`}
                size="small"
                lang={each}
                value={level.stop?.[each] ?? ''}
                placeholder={t(`inspector.in.${each}`, { label: t('tier.stop') })}
                aria-label={t(`inspector.in.${each}`, { label: t('tier.stopLabel', { number }) })}
                onChange={({ target }) => {
                  const { stop: old, ...rest } = level;
                  const stop = withText(old, each, target.value);
                  setLevel(index, isEmpty(stop) ? rest : { ...rest, stop }, `stop/${each}`);
                }}
              />
            ))}
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('tier.removeService', { number })}
              onClick={() =>
                set(
                  levels.filter((_, i) => i !== index),
                  `remove/${levels.length}`,
                )
              }
            >
              {t('form.remove')}
            </Button>
          </div>
        );
      })}
      <Button size="small" icon={<PlusOutlined />} data-testid="add-service-level" onClick={add}>
        {t('tier.addService')}
      </Button>
    </div>
  );
}
