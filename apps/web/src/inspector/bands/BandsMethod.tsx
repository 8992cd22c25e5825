import type { BandsNode, CutPoints } from '@terrace/model';
import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ascendingDecimals, cutMethods, cutsBy, withCuts, type CutMethod } from '../../store/bands-methods';
import { selectDocument, useShownCuts } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { ConditionBuilder } from '../condition/ConditionBuilder';
import { useNodeVariables } from '../condition/useVariables';
import { DecimalInput } from '../DecimalInput';
import { Field } from '../../components/Field';
import { useEditNode } from '../useEditNode';

/** Where the cut points of bands come from, and what the method needs to know. */
export function BandsMethod({ node }: { readonly node: BandsNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const shown = useShownCuts(node.id);
  const { cuts } = node;
  const set = (next: CutPoints, part: string): void => edit(withCuts(node, next), part);
  return (
    <>
      <Field label={t('bands.method')} hint={t(`bands.methodHint.${cuts.method}`)}>
        {(id) => (
          <Select<CutMethod>
            id={id}
            className="wide"
            value={cuts.method}
            data-testid="bands-method"
            popupMatchSelectWidth={false}
            options={cutMethods.map((method) => ({ value: method, label: t(`bands.methods.${method}`) }))}
            onChange={(method) =>
              method !== cuts.method && edit({ cuts: cutsBy(method, node, shown) }, 'method')
            }
          />
        )}
      </Field>
      {'count' in cuts && (
        <div className={cuts.method === 'quantile' ? 'field-pair' : undefined}>
          <Field label={t('bands.count')}>
            {(id) => (
              <InputNumber
                id={id}
                className="wide"
                min={2}
                max={cuts.method === 'naturalBreaks' ? 20 : 100}
                precision={0}
                value={cuts.count}
                onChange={(count) => count !== null && set({ ...cuts, count }, 'count')}
              />
            )}
          </Field>
          {cuts.method === 'quantile' && (
            <Field label={t('bands.offset')}>
              {(id) => (
                <DecimalInput
                  id={id}
                  value={cuts.offset}
                  onChange={(offset) => offset !== undefined && set({ ...cuts, offset }, 'offset')}
                />
              )}
            </Field>
          )}
        </div>
      )}
      {cuts.method === 'standardDeviation' && (
        <Field label={t('bands.steps')} hint={t('bands.stepsHint')}>
          {(id) => (
            <DecimalList id={id} values={cuts.steps} onChange={(steps) => set({ ...cuts, steps }, 'steps')} />
          )}
        </Field>
      )}
      {cuts.method === 'topShare' && (
        <Field label={t('bands.shares')} hint={t('bands.sharesHint')}>
          {(id) => (
            <DecimalList
              id={id}
              values={cuts.shares}
              suffix="%"
              isValid={(share) => Number(share) > 0 && Number(share) <= 100}
              onChange={(shares) => set({ ...cuts, shares }, 'shares')}
            />
          )}
        </Field>
      )}
      {cuts.method !== 'explicit' && <Population node={node} />}
    </>
  );
}

/** Whose values are looked at. */
function Population({ node }: { readonly node: BandsNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const dimensions = new Set(nodes.filter(({ kind }) => kind === 'dimension').map(({ id }) => id));
  const variables = useNodeVariables(node.id).filter(({ id }) => dimensions.has(id));
  const { cuts } = node;
  if (cuts.method === 'explicit') return null;
  return (
    <div className="field">
      <span className="field-label">{t('bands.population')}</span>
      <ConditionBuilder
        logic={cuts.population}
        variables={variables}
        isReadOnly={isReadOnly}
        emptyHint={t('bands.everybody')}
        onChange={(population) => {
          const { population: _, ...rest } = cuts;
          edit({ cuts: population === true ? rest : { ...rest, population } }, 'population');
        }}
      />
    </div>
  );
}

interface DecimalListProps {
  readonly id: string;
  readonly values: readonly string[];
  readonly suffix?: string;
  readonly isValid?: (decimal: string) => boolean;
  onChange(values: string[]): void;
}

/** Ascending decimals as tags; never none. */
const DecimalList = ({ id, values, suffix = '', isValid, onChange }: DecimalListProps): ReactNode => (
  <Select<string[]>
    mode="tags"
    id={id}
    className="wide"
    open={false}
    suffixIcon={null}
    tokenSeparators={[',', '，', '、', ' ', ';']}
    value={values.map((value) => `${value}${suffix}`)}
    onChange={(typed) => {
      const next = ascendingDecimals(typed)
        .filter((decimal) => isValid?.(decimal) ?? true)
        .slice(0, 20);
      if (next.length > 0) onChange(next);
    }}
  />
);
