import { jsonLogicSchema, type JsonLogic } from '@terrace/model';
import { Alert, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface RuleTextProps {
  readonly logic: JsonLogic;
  readonly isReadOnly: boolean;
  onChange(logic: JsonLogic): void;
}

/** A rule as JSON Logic text; taken over whenever it is well-formed JSON. */
export function RuleText({ logic, isReadOnly, onChange }: RuleTextProps): ReactNode {
  const { t } = useTranslation();
  const stored = JSON.stringify(logic, null, 2);
  const [text, setText] = useState(stored);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    // An undo or another form changed the rule; what is being typed is kept while it means the same.
    setText((shown) => {
      try {
        return JSON.stringify(JSON.parse(shown)) === JSON.stringify(JSON.parse(stored)) ? shown : stored;
      } catch {
        return shown;
      }
    });
  }, [stored]);
  const type = (next: string): void => {
    setText(next);
    try {
      onChange(jsonLogicSchema.parse(JSON.parse(next)));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <>
      <Input.TextArea
        className="code"
        autoSize={{ minRows: 4, maxRows: 16 }}
        value={text}
        disabled={isReadOnly}
        spellCheck={false}
        aria-label={t('condition.text')}
        status={isWrong ? 'error' : undefined}
        onChange={(event) => type(event.target.value)}
      />
      {isWrong && <Alert type="error" title={t('condition.wrongText')} />}
    </>
  );
}
