import type { Issue } from '@terrace/model';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../i18n/useText';

/** Faults shown before the rest is asked for. */
const shownFaults = 8;

/** What is wrong with a table, with its lines: what keeps it from being used first. */
export function PointsTableFaults({ issues }: { readonly issues: readonly Issue[] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const [isAll, setAll] = useState(false);
  return (['error', 'warning'] as const).map((severity) => {
    const faults = issues.filter((issue) => issue.severity === severity);
    if (faults.length === 0) return null;
    const shown = isAll ? faults : faults.slice(0, shownFaults);
    const rest = faults.length - shown.length;
    return (
      <Alert
        key={severity}
        type={severity}
        showIcon
        data-testid={`points-table-${severity}`}
        title={t(`scorecard.paste.${severity}`, { count: faults.length })}
        description={
          <ul className="points-table-faults">
            {shown.map((issue, index) => (
              <li key={index}>{text(issue.message)}</li>
            ))}
            {rest > 0 && (
              <li>
                <Button type="link" size="small" onClick={() => setAll(true)}>
                  {t('scorecard.paste.more', { count: rest })}
                </Button>
              </li>
            )}
          </ul>
        }
      />
    );
  });
}
