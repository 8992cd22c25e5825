import type { LocalizedText } from '@terrace/model';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { withText } from '../store/document-change';
import { Field } from './Field';

interface TextPairProps {
  readonly label: string;
  readonly value: LocalizedText | undefined;
  readonly maxLength?: number;
  readonly testId?: string;
  onChange(value: LocalizedText, language: string): void;
}

/** A text in both languages. */
export function TextPair({ label, value, maxLength = 200, testId, onChange }: TextPairProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {(['zh-CN', 'en'] as const).map((language) => (
        <Field key={language} label={t(`inspector.in.${language}`, { label })}>
          {(id) => (
            <Input
              id={id}
              lang={language}
              value={value?.[language] ?? ''}
              maxLength={maxLength}
              data-testid={testId === undefined ? undefined : `${testId}-${language}`}
              onChange={(event) => onChange(withText(value, language, event.target.value), language)}
            />
          )}
        </Field>
      ))}
    </>
  );
}
