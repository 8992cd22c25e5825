import type { JsonLogic } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../store/editor-store';
import { ConditionBuilder, type Variable } from './ConditionBuilder';

interface GuardedConditionProps {
  readonly logic: JsonLogic;
  readonly variables: readonly Variable[];
  onChange(logic: JsonLogic): void;
}

/** A condition that holds for nobody until it has a comparison: what it opens is not to be given to everyone by accident. */
export function GuardedCondition({ logic, variables, onChange }: GuardedConditionProps): ReactNode {
  const { t } = useTranslation();
  const isReadOnly = useEditor((state) => state.isReadOnly);
  return (
    <ConditionBuilder
      logic={logic === false ? true : logic}
      variables={variables}
      isReadOnly={isReadOnly}
      emptyHint={t(logic === true ? 'condition.alwaysHint' : 'condition.neverHint')}
      onChange={(next) => onChange(next === true ? false : next)}
    />
  );
}
