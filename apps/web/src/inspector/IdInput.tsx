import { identifierSchema } from '@terrace/model';
import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface IdInputProps {
  readonly value: string;
  readonly taken: readonly string[];
  readonly label: string;
  onChange(id: string): void;
}

/** An id that can be changed; taken over while it is well-formed and free. */
export function IdInput({ value, taken, label, onChange }: IdInputProps): ReactNode {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const isWrong = (id: string): boolean => !identifierSchema.safeParse(id).success || taken.includes(id);
  const shown = draft ?? value;
  return (
    <Input
      size="small"
      className="code"
      value={shown}
      maxLength={41}
      aria-label={label}
      title={t('form.idRule')}
      status={draft !== undefined && isWrong(draft) ? 'error' : undefined}
      onChange={({ target }) => {
        if (isWrong(target.value)) setDraft(target.value);
        else {
          setDraft(undefined);
          onChange(target.value);
        }
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}
