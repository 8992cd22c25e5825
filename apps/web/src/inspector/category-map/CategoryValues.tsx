import type { ModelNode } from '@terrace/model';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useCategoryWords } from '../../i18n/useCategoryWords';
import { valueTypeOf, yieldsNumber, type CategoryValue } from '../../store/node-value';
import { scalarOf } from '../ScalarInput';

interface CategoryValuesProps {
  readonly values: readonly CategoryValue[];
  /** The node whose values these are. */
  readonly input: ModelNode | undefined;
  readonly choices: readonly CategoryValue[];
  /** Values that stand somewhere already; they are not offered again. */
  readonly taken: ReadonlySet<CategoryValue>;
  readonly label: string;
  onChange(values: CategoryValue[]): void;
}

/** Some values of a node, chosen or typed; never none. */
export function CategoryValues(props: CategoryValuesProps): ReactNode {
  const { values, input, choices, taken, label, onChange } = props;
  const wordsOf = useCategoryWords();
  const isBoolean = input !== undefined && valueTypeOf(input) === 'boolean';
  const isNumber = input !== undefined && yieldsNumber(input);
  /** Options are texts; each stands for one value. */
  const keyOf = (value: CategoryValue): string => String(value);
  const valueOf = (key: string): CategoryValue =>
    [...values, ...choices].find((value) => keyOf(value) === key) ?? (isNumber ? scalarOf(key) : key);
  return (
    <Select<string[]>
      mode={isBoolean ? 'multiple' : 'tags'}
      size="small"
      className="wide"
      value={values.map(keyOf)}
      aria-label={label}
      popupMatchSelectWidth={false}
      options={choices
        .filter((value) => values.includes(value) || !taken.has(value))
        .map((value) => ({ value: keyOf(value), label: wordsOf(value) }))}
      onChange={(keys) => {
        const next = keys.filter((key) => key !== '').map(valueOf);
        if (next.length > 0) onChange(next);
      }}
    />
  );
}
