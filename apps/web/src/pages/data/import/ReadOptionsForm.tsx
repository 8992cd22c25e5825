import type { ReadOptions, Upload } from '@terrace/client';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/Field';

interface ReadOptionsFormProps {
  readonly file: Upload;
  readonly options: ReadOptions;
  /** What the last trial found out. */
  readonly found: ReadOptions | undefined;
  onChange(options: ReadOptions): void;
}

const choices = {
  encoding: ['utf-8', 'gb18030'],
  delimiter: [',', ';', '\t'],
  dateOrder: ['ymd', 'dmy', 'mdy'],
  decimalMark: ['.', ','],
} as const;

const names = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '.': 'point',
  'utf-8': 'utf8',
  gb18030: 'gb18030',
  ymd: 'ymd',
  dmy: 'dmy',
  mdy: 'mdy',
} as const;

/** How the file is read; what is left alone is found out from the file. */
export function ReadOptionsForm({ file, options, found, onChange }: ReadOptionsFormProps): ReactNode {
  const { t } = useTranslation();
  const detected: ReadOptions = { encoding: file.encoding, delimiter: file.delimiter, ...found };
  return (
    <section>
      <h3>{t('import.options')}</h3>
      <div className="options-grid">
        {(Object.keys(choices) as (keyof typeof choices)[]).map((option) => {
          const known = detected[option];
          return (
            <Field
              key={option}
              label={t(`import.option.${option}`)}
              hint={
                options[option] === undefined && known !== undefined
                  ? t('import.found', { value: t(`import.value.${names[known]}`) })
                  : undefined
              }
            >
              {(id) => (
                <Select
                  id={id}
                  className="wide"
                  allowClear
                  value={options[option]}
                  placeholder={t('import.automatic')}
                  options={choices[option].map((value) => ({
                    value,
                    label: t(`import.value.${names[value]}`),
                  }))}
                  onChange={(value: string | undefined) => {
                    const { [option]: _, ...rest } = options;
                    onChange(value === undefined ? rest : { ...rest, [option]: value });
                  }}
                />
              )}
            </Field>
          );
        })}
      </div>
    </section>
  );
}
