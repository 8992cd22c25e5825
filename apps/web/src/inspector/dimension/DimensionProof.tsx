import type { DimensionNode } from '@terrace/model';
import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecimalInput } from '../DecimalInput';
import { Field } from '../../components/Field';
import { useEditNode } from '../useEditNode';

type Domain = NonNullable<DimensionNode['domain']>;

/** What the proof of rules and "what it takes" may assume of a dimension: its possible values, which way is good, what a change costs. */
export function DimensionProof({ node }: { readonly node: DimensionNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const isNumber = node.valueType === 'number' || node.valueType === 'duration';
  const domain = node.domain ?? {};
  const setDomain = (part: keyof Domain, value: Domain[keyof Domain]): void => {
    const { [part]: _, ...rest } = domain;
    const next = value === undefined ? rest : { ...rest, [part]: value };
    edit({ domain: Object.keys(next).length === 0 ? undefined : next }, `domain/${part}`);
  };
  const change = node.change === undefined ? 'free' : node.change === 'fixed' ? 'fixed' : 'cost';
  return (
    <details className="more">
      <summary>{t('dimension.more')}</summary>
      {isNumber && (
        <>
          <div className="field-pair">
            {(['minimum', 'maximum'] as const).map((part) => (
              <Field key={part} label={t(`dimension.domain.${part}`)}>
                {(id) => (
                  <DecimalInput
                    id={id}
                    value={domain[part]}
                    placeholder={t('dimension.domain.open')}
                    onChange={(value) => setDomain(part, value)}
                  />
                )}
              </Field>
            ))}
          </div>
          <Field label={t('dimension.domain.step')} hint={t('dimension.domain.stepHint')}>
            {(id) => (
              <DecimalInput
                id={id}
                value={domain.step}
                placeholder={t('dimension.domain.anyStep')}
                onChange={(value) => (value === undefined || Number(value) > 0) && setDomain('step', value)}
              />
            )}
          </Field>
          <Field label={t('dimension.better')} hint={t('dimension.betterHint')}>
            {(id) => (
              <Segmented<'higher' | 'lower' | 'none'>
                id={id}
                block
                value={node.better ?? 'none'}
                options={(['higher', 'lower', 'none'] as const).map((value) => ({
                  value,
                  label: t(`dimension.betterWays.${value}`),
                }))}
                onChange={(better) => edit({ better: better === 'none' ? undefined : better }, 'better')}
              />
            )}
          </Field>
        </>
      )}
      {(node.valueType === 'enumeration' || node.valueType === 'text') && (
        <Field label={t('dimension.domain.options')} hint={t('dimension.domain.optionsHint')}>
          {(id) => (
            <Select<string[]>
              mode="tags"
              id={id}
              className="wide"
              open={false}
              suffixIcon={null}
              value={domain.options ?? []}
              onChange={(options) => setDomain('options', options.length === 0 ? undefined : options)}
            />
          )}
        </Field>
      )}
      <Field label={t('dimension.change')} hint={t('dimension.changeHint')}>
        {(id) => (
          <Segmented<'free' | 'cost' | 'fixed'>
            id={id}
            block
            value={change}
            options={(['free', 'cost', 'fixed'] as const).map((value) => ({
              value,
              label: t(`dimension.changes.${value}`),
            }))}
            onChange={(next) =>
              edit(
                {
                  change:
                    next === 'free'
                      ? undefined
                      : next === 'fixed'
                        ? 'fixed'
                        : { cost: '1', direction: 'both' },
                },
                'change',
              )
            }
          />
        )}
      </Field>
      {node.change !== undefined && node.change !== 'fixed' && (
        <Cost change={node.change} isNumber={isNumber} onChange={(next) => edit({ change: next }, 'cost')} />
      )}
    </details>
  );
}

type Change = Exclude<NonNullable<DimensionNode['change']>, 'fixed'>;

interface CostProps {
  readonly change: Change;
  readonly isNumber: boolean;
  onChange(change: Change): void;
}

/** What a change of a dimension costs, and which way it can go. */
function Cost({ change, isNumber, onChange }: CostProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={isNumber ? 'field-pair' : undefined}>
      <Field label={t(isNumber ? 'dimension.costPerUnit' : 'dimension.costPerChange')}>
        {(id) => (
          <DecimalInput
            id={id}
            min="0"
            value={change.cost}
            onChange={(cost) => cost !== undefined && onChange({ ...change, cost })}
          />
        )}
      </Field>
      {isNumber && (
        <Field label={t('dimension.direction')}>
          {(id) => (
            <Select<Change['direction']>
              id={id}
              className="wide"
              value={change.direction}
              options={(['both', 'up', 'down'] as const).map((value) => ({
                value,
                label: t(`dimension.directions.${value}`),
              }))}
              onChange={(direction) => onChange({ ...change, direction })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
