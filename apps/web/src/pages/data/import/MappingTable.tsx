import type { Mapping, MappingGuess, Upload } from '@terrace/client';
import { Select, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TargetField } from './import-targets';

interface MappingTableProps {
  readonly file: Upload;
  readonly fields: readonly TargetField[];
  readonly guess: MappingGuess;
  readonly mapping: Mapping;
  onChange(mapping: Mapping): void;
}

/** Which column fills which field; guesses are marked, and what is left open stands out. */
export function MappingTable({ file, fields, guess, mapping, onChange }: MappingTableProps): ReactNode {
  const { t } = useTranslation();
  const set = (field: string, column: string | undefined): void => {
    const { [field]: _, ...rest } = mapping;
    onChange(column === undefined ? rest : { ...rest, [field]: column });
  };
  const sampleOf = (column: string | undefined): string => {
    const index = column === undefined ? -1 : file.headers.indexOf(column);
    return index < 0
      ? ''
      : file.rows
          .map((row) => row[index] ?? '')
          .filter(Boolean)
          .slice(0, 3)
          .join(t('operator.comma'));
  };
  return (
    <table className="plain-table mapping-table">
      <thead>
        <tr>
          <th>{t('import.field')}</th>
          <th>{t('import.column')}</th>
          <th>{t('import.example')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ id, label, isRequired }) => {
          const column = mapping[id];
          const ambiguous = guess.ambiguous.find(({ target }) => target === id);
          const isOpen = column === undefined && (isRequired || ambiguous !== undefined);
          return (
            <tr key={id} className={isOpen ? 'is-open' : undefined}>
              <td>
                {label} {isRequired && <Tag color="red">{t('form.required')}</Tag>}
              </td>
              <td>
                <Select
                  className="wide"
                  allowClear
                  showSearch
                  value={column}
                  status={isOpen ? 'warning' : undefined}
                  placeholder={t('import.notMapped')}
                  aria-label={t('import.columnOf', { field: label })}
                  data-testid={`map-${id}`}
                  options={[...new Set(file.headers)].map((header) => ({ value: header, label: header }))}
                  onChange={(next: string | undefined) => set(id, next)}
                />
                {column !== undefined && guess.mapping[id] === column && (
                  <span className="field-hint">{t('import.guessed')}</span>
                )}
                {column === undefined && ambiguous !== undefined && (
                  <span className="field-hint is-warning">
                    {t('import.ambiguous', { columns: ambiguous.columns.join(t('operator.comma')) })}
                  </span>
                )}
              </td>
              <td className="node-muted">{sampleOf(column)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
