import type { JsonLogic } from '@terrace/model';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useSentence } from '../i18n/useSentence';
import type { Variable } from './condition/ConditionBuilder';
import { GuardedCondition } from './condition/GuardedCondition';

interface OptionalConditionProps {
  readonly label: string;
  readonly hint: string;
  readonly logic: JsonLogic | undefined;
  readonly variables: readonly Variable[];
  readonly testId: string;
  onChange(logic: JsonLogic | undefined): void;
}

/** A condition that may be left out, and what it says in words. */
export function OptionalCondition(props: OptionalConditionProps): ReactNode {
  const { label, hint, logic, onChange } = props;
  const sentenceOf = useSentence();
  return (
    <div className="field">
      <Checkbox
        checked={logic !== undefined}
        data-testid={props.testId}
        onChange={({ target }) => onChange(target.checked ? false : undefined)}
      >
        {label}
      </Checkbox>
      <div className="field-hint">
        {logic === undefined || typeof logic === 'boolean' ? hint : sentenceOf(logic)}
      </div>
      {logic !== undefined && (
        <GuardedCondition logic={logic} variables={props.variables} onChange={onChange} />
      )}
    </div>
  );
}
