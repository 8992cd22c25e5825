import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface SubjectLinkProps {
  readonly type: string;
  readonly subjectKey: string;
  readonly label: string | null;
}

/** Leads to a subject, by its label if it has one. */
export const SubjectLink = ({ type, subjectKey, label }: SubjectLinkProps): ReactNode => (
  <Link to="/subjects/$type/$key" params={{ type, key: subjectKey }} data-testid={`subject-${subjectKey}`}>
    {label ?? subjectKey}
    {label !== null && <span className="key">{subjectKey}</span>}
  </Link>
);
