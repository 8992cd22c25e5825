import type { ConditionNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../store/editor-store';
import { ConditionBuilder } from './condition/ConditionBuilder';
import { useNodeVariables, usePreviousVariables } from './condition/useVariables';
import { Field } from '../components/Field';
import { NodeSelect } from './NodeSelect';
import { useEditNode } from './useEditNode';

export function ConditionForm({ node }: { readonly node: ConditionNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const variables = [...useNodeVariables(node.id), ...usePreviousVariables()];
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <>
      <div className="field">
        <span className="field-label">{t('condition.when')}</span>
        <ConditionBuilder
          key={node.id}
          logic={node.when}
          variables={variables}
          isReadOnly={isReadOnly}
          emptyHint={t('condition.alwaysHint')}
          onChange={(when) => edit({ when }, 'when')}
        />
      </div>
      <Field label={t('condition.tier')} hint={t('condition.tierHint')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.tier}
            isClearable
            accepts={(each) => each.kind === 'tier'}
            onChange={(tier) => edit({ tier }, 'tier')}
          />
        )}
      </Field>
    </>
  );
}
