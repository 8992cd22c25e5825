import type { Issue } from '@terrace/model';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';

/** Where an issue is, as a path of names and numbers; nothing for one about the whole. */
export function IssuePlace({ issue }: { readonly issue: Issue }): ReactNode {
  return issue.path.length === 0 ? null : <code>{issue.path.map(String).join(' › ')}</code>;
}

/** Issues as a list, each with its place. */
export function IssueLines({ issues }: { readonly issues: readonly Issue[] }): ReactNode {
  const text = useText();
  return (
    <ul className="problem-issues">
      {issues.map((issue, index) => (
        <li key={index}>
          <IssuePlace issue={issue} /> {text(issue.message)}
        </li>
      ))}
    </ul>
  );
}
