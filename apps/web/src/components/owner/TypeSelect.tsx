import type { SubjectTypeEntry } from '@terrace/client';
import { Select, type SelectProps } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/useText';
import { useOwners } from './useOwners';

interface TypeSelectProps extends Omit<SelectProps<string>, 'options' | 'showSearch'> {
  readonly types: readonly SubjectTypeEntry[];
}

/** A choice of record types, grouped by who brought them; for forms, too. */
export function TypeSelect({ types, ...select }: TypeSelectProps): ReactNode {
  const text = useText();
  const { group } = useOwners();
  return (
    <Select<string>
      {...select}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={group(types).map(({ owner, name, items }) => ({
        key: owner,
        label: name,
        options: items.map((type) => ({ value: type.id, label: text(type.name) })),
      }))}
    />
  );
}
