import { DeleteOutlined } from '@ant-design/icons';
import type { ModelNode } from '@terrace/model';
import { Alert, Button, ConfigProvider, Flex, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useText } from '../i18n/useText';
import { selectDocument, selectSelectedIds } from '../store/editor-selectors';
import { useEditor, useEditorStore } from '../store/editor-store';
import { useIssues } from '../store/issues';
import { ActionForm } from './ActionForm';
import { BandsForm } from './BandsForm';
import { CategoryMapForm } from './CategoryMapForm';
import { ConditionForm } from './ConditionForm';
import { CustomForm } from './custom/CustomForm';
import { DecisionTableForm } from './DecisionTableForm';
import { DimensionForm } from './DimensionForm';
import { FormulaForm } from './FormulaForm';
import { MatrixForm } from './MatrixForm';
import { ModelForm } from './ModelForm';
import { NodeNames } from './NodeNames';
import { PlaceholderForm } from './PlaceholderForm';
import { ScorecardForm } from './ScorecardForm';
import { TierForm } from './TierForm';
import { TimeDecayForm } from './TimeDecayForm';

function formFor(node: ModelNode): ReactNode {
  switch (node.kind) {
    case 'dimension':
      return <DimensionForm node={node} />;
    case 'bands':
      return <BandsForm node={node} />;
    case 'categoryMap':
      return <CategoryMapForm node={node} />;
    case 'scorecard':
      return <ScorecardForm node={node} />;
    case 'matrix':
      return <MatrixForm node={node} />;
    case 'formula':
      return <FormulaForm node={node} />;
    case 'timeDecay':
      return <TimeDecayForm node={node} />;
    case 'custom':
      return <CustomForm node={node} />;
    case 'placeholder':
      return <PlaceholderForm node={node} />;
    case 'condition':
      return <ConditionForm node={node} />;
    case 'decisionTable':
      return <DecisionTableForm node={node} />;
    case 'tier':
      return <TierForm node={node} />;
    case 'action':
      return <ActionForm node={node} />;
  }
}

/** The form of what is selected on the canvas. */
export function Inspector(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const store = useEditorStore();
  const selected = useEditor(useShallow(selectSelectedIds));
  const { nodes } = useEditor(selectDocument);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const [only] = selected;
  const node = selected.length === 1 ? nodes.find(({ id }) => id === only) : undefined;
  const issues = useIssues().filter((issue) => issue.nodeId !== undefined && issue.nodeId === node?.id);
  // Several inputs that wait for a line have the same to say.
  const notes = new Map(issues.map(({ message, severity }) => [text(message), severity]));
  const remove = (): void => store.getState().dispatch({ type: 'remove', ids: selected });
  return (
    <aside className="inspector" aria-label={t('inspector.label')} data-testid="inspector">
      <ConfigProvider componentDisabled={isReadOnly}>
        <Flex justify="space-between" align="center" className="inspector-head">
          <h2>
            {node === undefined
              ? selected.length > 1
                ? t('inspector.many', { count: selected.length })
                : t('inspector.model')
              : t(`kind.${node.kind}`)}
          </h2>
          {selected.length > 0 && !isReadOnly && (
            <Button
              type="text"
              size="small"
              danger
              icon={<DeleteOutlined />}
              data-testid="delete-node"
              onClick={remove}
            >
              {t('form.delete')}
            </Button>
          )}
        </Flex>
        {isReadOnly && <Tag className="inspector-note">{t('inspector.readOnly')}</Tag>}
        {[...notes].map(([note, severity]) => (
          <Alert
            key={note}
            className="inspector-note"
            type={severity === 'error' ? 'error' : 'warning'}
            showIcon
            title={note}
          />
        ))}
        {node !== undefined ? (
          <div key={node.id}>
            <NodeNames node={node} />
            {formFor(node)}
          </div>
        ) : (
          selected.length === 0 && <ModelForm />
        )}
      </ConfigProvider>
    </aside>
  );
}
