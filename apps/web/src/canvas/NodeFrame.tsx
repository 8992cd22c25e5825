import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ModelNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint } from '../components/Hint';
import { useText } from '../i18n/useText';
import { useEditor } from '../store/editor-store';
import { useIssues } from '../store/issues';
import { kindIcons } from './kind-icons';

interface NodeFrameProps {
  readonly node: ModelNode;
  readonly isSelected: boolean;
  readonly children: ReactNode;
  /** Beside the name, such as a tier's rank. */
  readonly extra?: ReactNode;
  readonly color?: string | undefined;
}

/** What every node looks like: its kind, its name, a sign for its faults, and its own body. */
export function NodeFrame({ node, isSelected, children, extra, color }: NodeFrameProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const issues = useIssues().filter((issue) => issue.nodeId === node.id);
  const isHighlighted = useEditor((state) => state.highlighted.has(node.id));
  const hasError = issues.some((issue) => issue.severity === 'error');
  return (
    <div
      className={`node node-${node.kind}${isSelected ? ' is-selected' : ''}${hasError ? ' has-error' : ''}${isHighlighted ? ' is-highlighted' : ''}`}
      data-testid={`node-${node.id}`}
      style={color === undefined ? undefined : ({ '--node-color': color } as React.CSSProperties)}
    >
      <div className="node-head">
        <span className="node-icon" aria-hidden>
          {kindIcons[node.kind]}
        </span>
        <span className="node-name" title={text(node.name)}>
          {text(node.name)}
        </span>
        {extra}
        {issues.length > 0 && (
          <Hint
            title={
              <ul className="node-issues">
                {issues.map((issue, index) => (
                  <li key={index}>{text(issue.message)}</li>
                ))}
              </ul>
            }
          >
            <span
              className={hasError ? 'node-flag is-error' : 'node-flag is-warning'}
              role="img"
              tabIndex={0}
              aria-label={t('canvas.issueCount', { count: issues.length })}
              data-testid={`issues-${node.id}`}
            >
              {hasError ? <ExclamationCircleFilled /> : <WarningFilled />}
            </span>
          </Hint>
        )}
      </div>
      {children}
    </div>
  );
}
