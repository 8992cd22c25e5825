import type { ApiError, CallInput, CallResult } from '@terrace/client';
import type { UseMutationResult } from '@tanstack/react-query';
import { Alert, Button, Flex, InputNumber, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../components/ProblemAlert';
import { useFormat } from '../../../i18n/useFormat';
import { BadRowsTable } from './BadRowsTable';
import type { TargetField } from './import-targets';

interface TrialProps {
  readonly trial: UseMutationResult<CallResult<'tryImport'>, ApiError, CallInput<'tryImport'>>;
  readonly fields: readonly TargetField[];
  onTry(rows: number): void;
}

/** What would become of the first rows. */
export function Trial({ trial, fields, onTry }: TrialProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [rows, setRows] = useState(100);
  const { data } = trial;
  const shown = fields.filter(({ id }) => data?.sample.some((row) => row[id] !== undefined));
  return (
    <>
      <Flex gap={8} align="center" wrap className="filters">
        <span>{t('import.tryFirst')}</span>
        <InputNumber
          min={1}
          max={10_000}
          precision={0}
          suffix={t('import.trySuffix')}
          value={rows}
          aria-label={t('import.tryRows')}
          onChange={(next) => next !== null && setRows(next)}
        />
        <Button loading={trial.isPending} onClick={() => onTry(rows)}>
          {t('import.try')}
        </Button>
      </Flex>
      <ProblemAlert error={trial.error} />
      {trial.isPending && <Skeleton active />}
      {data !== undefined && !trial.isPending && (
        <>
          <Alert
            className="page-note"
            type={data.badRows.length === 0 ? 'success' : 'warning'}
            showIcon
            data-testid="trial-result"
            title={t('import.trialResult', {
              good: format.number(data.goodCount),
              bad: format.number(data.rowCount - data.goodCount),
              rows: format.number(data.rowCount),
            })}
            description={data.badRows.length === 0 ? undefined : t('import.badRowsStay')}
          />
          {data.badRows.length > 0 && <BadRowsTable rows={data.badRows} />}
          <h3>{t('import.asStored')}</h3>
          <div className="scroll-x">
            <table className="plain-table">
              <thead>
                <tr>
                  {shown.map(({ id, label }) => (
                    <th key={id}>{label}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.sample.map((row, index) => (
                  <tr key={index}>
                    {shown.map(({ id }) => {
                      const value = row[id];
                      return (
                        <td
                          key={id}
                          className={value === null || value === undefined ? 'node-muted' : undefined}
                        >
                          {value === null || value === undefined
                            ? t('operator.isMissing')
                            : typeof value === 'boolean'
                              ? t(value ? 'form.yes' : 'form.no')
                              : String(value)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
