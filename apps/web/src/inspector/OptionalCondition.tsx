import type { JsonLogic } from '@terrace/model';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useSentence } from '../i18n/useSentence';
import { useEditor } from '../store/editor-store';
import { ConditionBuilder, type Variable } from './condition/ConditionBuilder';

interface OptionalConditionProps {
  readonly label: string;
  readonly hint: string;
  readonly emptyHint: string;
  readonly logic: JsonLogic | undefined;
  readonly variables: readonly Variable[];
  readonly testId: string;
  onChange(logic: JsonLogic | undefined): void;
}

/** A condition that may be left out, and what it says in words. */
export function OptionalCondition(props: OptionalConditionProps): ReactNode {
  const { label, hint, logic, onChange } = props;
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const sentenceOf = useSentence();
  return (
    <div className="field">
      <Checkbox
        checked={logic !== undefined}
        data-testid={props.testId}
        onChange={({ target }) => onChange(target.checked ? true : undefined)}
      >
        {label}
      </Checkbox>
      <div className="field-hint">{logic === undefined || logic === true ? hint : sentenceOf(logic)}</div>
      {logic !== undefined && (
        <ConditionBuilder
          logic={logic}
          variables={props.variables}
          isReadOnly={isReadOnly}
          emptyHint={props.emptyHint}
          onChange={onChange}
        />
      )}
    </div>
  );
}
