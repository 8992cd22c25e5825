import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectDocument } from '../store/editor-selectors';
import { useEditor, useEditorStore } from '../store/editor-store';
import { TierOrder } from './lifecycle/TierOrder';

/** Which tier wins where rules of several hold. */
export function PriorityForm(): ReactNode {
  const { t } = useTranslation();
  const store = useEditorStore();
  const { priority, nodes } = useEditor(selectDocument);
  const byRank = nodes
    .filter((node) => node.kind === 'tier')
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
  return (
    <section className="form-section" aria-label={t('priority.title')}>
      <h3>{t('priority.title')}</h3>
      <TierOrder
        label={t('priority.title')}
        hint={t(priority === undefined ? 'priority.byRank' : 'priority.own')}
        useOwn={t('priority.useOwn')}
        order={priority}
        usual={byRank}
        testId="priority"
        onChange={(order) =>
          store.getState().dispatch({ type: 'describe', patch: { priority: order } }, 'model/priority')
        }
      />
    </section>
  );
}
