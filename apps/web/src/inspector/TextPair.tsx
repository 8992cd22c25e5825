import type { LocalizedText } from '@terrace/model';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { withText } from '../store/document-change';
import { Field } from '../components/Field';

interface TextPairProps {
  readonly label: string;
  readonly value: LocalizedText | undefined;
  readonly maxLength?: number;
  readonly testId?: string;
  /** Room for several lines. */
  readonly isLong?: boolean;
  onChange(value: LocalizedText, language: string): void;
}

/** A text in both languages. */
export function TextPair({
  label,
  value,
  maxLength = 200,
  testId,
  isLong = false,
  onChange,
}: TextPairProps): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {(['zh-CN', 'en'] as const).map((language) => (
        <Field key={language} label={t(`inspector.in.${language}`, { label })}>
          {(id) => {
            const common = {
              id,
              lang: language,
              value: value?.[language] ?? '',
              maxLength,
              'data-testid': testId === undefined ? undefined : `${testId}-${language}`,
            };
            const change = (next: string): void => onChange(withText(value, language, next), language);
            return isLong ? (
              <Input.TextArea
                {...common}
                autoSize={{ minRows: 2, maxRows: 6 }}
                onChange={(event) => change(event.target.value)}
              />
            ) : (
              <Input {...common} onChange={(event) => change(event.target.value)} />
            );
          }}
        </Field>
      ))}
    </>
  );
}
