import type { TemplateParameter } from '@terrace/model';
import { useCallback } from 'react';
import { useFormat } from '../../i18n/useFormat';
import { useText } from '../../i18n/useText';
import { useUnitWords } from '../../i18n/useUnitWords';
import type { ParameterValue } from './ParameterInput';

/** Says the value of a parameter: a number with its unit, a choice by its name. */
export function useParameterWords(): (
  parameter: TemplateParameter,
  value: ParameterValue | undefined,
) => string {
  const text = useText();
  const format = useFormat();
  const unitWords = useUnitWords();
  return useCallback(
    (parameter, given) => {
      const value = given ?? parameter.default;
      const option = parameter.options?.find((each) => each.value === value);
      if (option !== undefined) return text(option.name);
      if (typeof value !== 'number') return value;
      return [format.number(value), unitWords(parameter.unit)].filter(Boolean).join(' ');
    },
    [text, format, unitWords],
  );
}
