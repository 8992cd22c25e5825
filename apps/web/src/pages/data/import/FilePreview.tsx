import type { Mapping, Upload } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TargetField } from './import-targets';

interface FilePreviewProps {
  readonly file: Upload;
  readonly mapping?: Mapping;
  readonly fields?: readonly TargetField[];
}

/** The first rows of a file, with what each column fills. */
export function FilePreview({ file, mapping = {}, fields = [] }: FilePreviewProps): ReactNode {
  const { t } = useTranslation();
  const filled = (header: string): string[] =>
    fields.filter(({ id }) => mapping[id] === header).map(({ label }) => label);
  return (
    <section className="file-preview">
      <h3>{t('import.firstRows', { count: file.rows.length })}</h3>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              {file.headers.map((header, index) => (
                <th key={index}>
                  {header}
                  {filled(header).map((label) => (
                    <div className="filled" key={label}>
                      → {label}
                    </div>
                  ))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.rows.map((row, index) => (
              <tr key={index}>
                {file.headers.map((_, column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
