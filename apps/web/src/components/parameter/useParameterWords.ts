import type { TemplateParameter } from '@terrace/model';
import { useCallback } from 'react';
import { useText } from '../../i18n/useText';
import { useQuantityWords } from '../../i18n/useQuantityWords';
import type { ParameterValue } from './ParameterInput';

/** Says the value of a parameter: a number with its unit, a choice by its name. */
export function useParameterWords(): (
  parameter: TemplateParameter,
  value: ParameterValue | undefined,
) => string {
  const text = useText();
  const quantityWords = useQuantityWords();
  return useCallback(
    (parameter, given) => {
      const value = given ?? parameter.default;
      const option = parameter.options?.find((each) => each.value === value);
      if (option !== undefined) return text(option.name);
      if (typeof value !== 'number') return value;
      return quantityWords(value, parameter.unit);
    },
    [text, quantityWords],
  );
}
