import type { RunReport } from '@terrace/client';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { Expectations } from './Expectations';
import { ReportChart } from './ReportChart';
import { ReportTable } from './ReportTable';

/** The reports of a run, each with its figures and whether what is expected of them is met. */
export function RunReports({ reports }: { readonly reports: readonly RunReport[] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="reports" data-testid="run-reports">
      {reports.map((report) => (
        <Card key={report.id} size="small" title={text(report.name)} data-testid={`report-${report.id}`}>
          {report.description !== undefined && <p className="report-text">{text(report.description)}</p>}
          {report.chart === 'table' ? (
            <ReportTable report={report} />
          ) : (
            <>
              <ReportChart report={report} />
              <details className="report-figures">
                <summary>{t('report.figures')}</summary>
                <ReportTable report={report} />
              </details>
            </>
          )}
          <Expectations report={report} />
        </Card>
      ))}
    </div>
  );
}
