import { CheckCircleOutlined, ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor, useEditorStore } from '../../store/editor-store';
import { useIssues } from '../../store/issues';

/** Every fault of the document; a click selects its node. */
export function IssueList(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const issues = useIssues();
  const store = useEditorStore();
  const { nodes } = useEditor(selectDocument);
  const { fitView } = useReactFlow();
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const show = (nodeId: string | undefined): void => {
    store.getState().select(nodeId === undefined ? [] : [nodeId]);
    if (nodeId !== undefined) void fitView({ nodes: [{ id: nodeId }], maxZoom: 1, duration: 250 });
  };
  const nameOf = (nodeId: string | undefined): string => {
    const node = nodes.find(({ id }) => id === nodeId);
    return node === undefined ? t('inspector.model') : text(node.name);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('issues.title')}
      content={
        issues.length === 0 ? (
          t('issues.none')
        ) : (
          <ul className="issue-list">
            {issues.map((issue, index) => (
              <li key={index}>
                <button type="button" onClick={() => show(issue.nodeId)}>
                  <span className={issue.severity === 'error' ? 'is-error' : 'is-warning'}>
                    {issue.severity === 'error' ? <ExclamationCircleFilled /> : <WarningFilled />}
                  </span>
                  <span>
                    <strong>{nameOf(issue.nodeId)}</strong>
                    <span className="issue-text">{text(issue.message)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    >
      <Badge count={issues.length} size="small" color={errors > 0 ? undefined : 'orange'}>
        <Button
          data-testid="issues"
          icon={
            issues.length === 0 ? (
              <CheckCircleOutlined />
            ) : errors > 0 ? (
              <ExclamationCircleFilled />
            ) : (
              <WarningFilled />
            )
          }
          aria-label={t('issues.count', { count: issues.length })}
          title={t('issues.title')}
        />
      </Badge>
    </Popover>
  );
}
