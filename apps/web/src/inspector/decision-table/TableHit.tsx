import type { DecisionTableNode } from '@terrace/model';
import { Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { givesValues } from '../../store/node-value';
import { aggregates, withAggregate, withHit, withOutcome } from '../../store/table-outcome';
import { Field } from '../../components/Field';
import { useReplaceNode } from '../useReplaceNode';

const hits = ['first', 'priority', 'collect'] as const satisfies readonly DecisionTableNode['hit'][];

/** Which rows of a table count, and whether they give tiers or values. */
export function TableHit({ node }: { readonly node: DecisionTableNode }): ReactNode {
  const { t } = useTranslation();
  const replace = useReplaceNode();
  const fallback = useEditor((state) => selectDocument(state).fallback);
  const outcome = givesValues(node) ? 'value' : 'tier';
  return (
    <>
      <Field label={t('table.hit')} hint={t(`table.hitHint.${node.hit}`)}>
        {(id) => (
          <Segmented<DecisionTableNode['hit']>
            id={id}
            block
            value={node.hit}
            data-testid="table-hit"
            options={hits.map((hit) => ({ value: hit, label: t(`table.hits.${hit}`) }))}
            onChange={(hit) => replace(withHit(node, hit, fallback), 'hit')}
          />
        )}
      </Field>
      {node.hit !== 'priority' && (
        <Field label={t('table.outcome')} hint={t(`table.outcomeHint.${outcome}`)}>
          {(id) => (
            <Segmented<'tier' | 'value'>
              id={id}
              block
              value={outcome}
              data-testid="table-outcome"
              options={[
                { value: 'tier', label: t('table.outcomes.tier') },
                { value: 'value', label: t('table.outcomes.value') },
              ]}
              onChange={(next) => replace(withOutcome(node, next, fallback), 'outcome')}
            />
          )}
        </Field>
      )}
      {node.hit === 'collect' && outcome === 'value' && (
        <Field label={t('table.aggregate')}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={node.aggregate}
              status={node.aggregate === undefined ? 'error' : undefined}
              options={aggregates.map((each) => ({ value: each, label: t(`table.aggregates.${each}`) }))}
              onChange={(aggregate: (typeof aggregates)[number]) =>
                replace(withAggregate(node, aggregate), 'aggregate')
              }
            />
          )}
        </Field>
      )}
    </>
  );
}
