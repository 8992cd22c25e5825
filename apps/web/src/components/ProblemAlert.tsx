import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../api/client';
import { useText } from '../i18n/useText';
import { IssueLines, IssuePlace } from './IssueLines';

/** A problem's title in the chosen language: by code or status, else its faults, else as the server says it. */
export function useProblemTitle(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  const text = useText();
  return (error) => {
    if (!isApiError(error)) return error instanceof Error ? error.message : t('problem.other');
    const { code, status, detail, title, issues = [] } = error.problem;
    for (const key of [`problem.${code}`, `problem.status${status}`])
      if (i18n.exists(key)) return t(key as 'problem.other');
    const [first] = issues;
    if (first !== undefined && issues.length === 1) return text(first.message);
    if (issues.length > 1) return t('problem.several', { count: issues.length });
    return detail ?? title;
  };
}

/** Says why a call was refused, with every fault, its place and the way out. */
export function ProblemAlert({ error }: { readonly error: unknown }): ReactNode {
  const { t, i18n } = useTranslation();
  const text = useText();
  const titleOf = useProblemTitle();
  if (error === null || error === undefined) return null;
  const problem = isApiError(error) ? error.problem : undefined;
  const issues = problem?.issues ?? [];
  const title = titleOf(error);
  const only = issues.length === 1 ? issues[0] : undefined;
  // The server's own sentence names the value at fault; it is in English.
  const detail = i18n.language === 'en' && problem?.detail !== title ? problem?.detail : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={title}
      description={
        // The only fault may be the title already; then its place is left to say.
        only !== undefined && text(only.message) === title ? (
          only.path.length > 0 ? (
            <IssuePlace issue={only} />
          ) : undefined
        ) : issues.length > 0 ? (
          <IssueLines issues={issues} />
        ) : detail !== undefined ? (
          detail
        ) : problem !== undefined && problem.status >= 500 && problem.requestId !== undefined ? (
          t('problem.requestId', { id: problem.requestId })
        ) : undefined
      }
    />
  );
}
