import { SolutionOutlined } from '@ant-design/icons';
import type { ScorecardNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/useText';
import { valueTypeOf } from '../store/node-value';
import { sumOfWeights } from '../store/weights';
import { DecimalInput } from './DecimalInput';
import { EditorModal } from './EditorModal';
import { Field } from '../components/Field';
import { NodeSelect } from './NodeSelect';
import { PointsTableButton } from './scorecard/points-table/PointsTableButton';
import { ScorecardGrid } from './scorecard/ScorecardGrid';
import { WeightSets } from './scorecard/WeightSets';
import { useEditNode } from './useEditNode';

const givesText = (type: ReturnType<typeof valueTypeOf>): boolean =>
  type === 'text' || type === 'enumeration';

export function ScorecardForm({ node }: { readonly node: ScorecardNode }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const edit = useEditNode(node);
  const sets = node.weightSets ?? [];
  return (
    <>
      <div className="field">
        <span className="field-label">{t('scorecard.items', { count: node.items.length })}</span>
        <EditorModal
          title={t('scorecard.title')}
          open={t('scorecard.open')}
          icon={<SolutionOutlined />}
          testId="open-scorecard"
        >
          <ScorecardGrid node={node} />
        </EditorModal>
        <PointsTableButton node={node} />
        {sets.map((set) => {
          const sum = sumOfWeights(set.weights);
          return (
            <div key={set.id} className={sum === '100' ? 'field-hint' : 'field-hint is-error'}>
              {t('scorecard.setSum', { name: text(set.name), sum })}
            </div>
          );
        })}
      </div>
      <Field label={t('scorecard.base')} hint={t('scorecard.baseHint')}>
        {(id) => (
          <DecimalInput
            id={id}
            value={node.base}
            onChange={(base) => base !== undefined && edit({ base }, 'base')}
          />
        )}
      </Field>
      <WeightSets node={node} />
      {sets.length > 1 && (
        <Field label={t('scorecard.context')} hint={t('scorecard.contextHint')}>
          {(id) => (
            <NodeSelect
              id={id}
              value={node.context}
              isClearable
              accepts={(each) => each.id !== node.id && givesText(valueTypeOf(each))}
              onChange={(context) => edit({ context }, 'context')}
            />
          )}
        </Field>
      )}
    </>
  );
}
