import type { EventTypeEntry, ImportTarget, SubjectTypeEntry } from '@terrace/client';
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../../api/useCatalog';
import { useOwners } from '../../../components/owner/useOwners';
import { useText } from '../../../i18n/useText';
import { targetKey, targetOf } from './import-targets';

interface TargetChoiceProps {
  readonly value: ImportTarget | undefined;
  onChange(target: ImportTarget | undefined): void;
}

type Choice =
  | { readonly kind: 'subject'; readonly owner: string; readonly type: SubjectTypeEntry }
  | { readonly kind: 'event'; readonly owner: string; readonly type: EventTypeEntry };

/** What a file holds: every record type there is, below the plugin that brought it. */
export function TargetChoice({ value, onChange }: TargetChoiceProps): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { subjectTypes, eventTypes } = useCatalog();
  const { group } = useOwners();
  const choices = [
    ...subjectTypes.map((type): Choice => ({ kind: 'subject', owner: type.owner, type })),
    ...eventTypes.map((type): Choice => ({ kind: 'event', owner: type.owner, type })),
  ];
  const groups = group(choices);
  const nameOf = (id: string): string => text(subjectTypes.find((type) => type.id === id)?.name) || id;
  return (
    <Radio.Group
      className="target-choice"
      value={value === undefined ? undefined : targetKey(value)}
      onChange={(event) => onChange(targetOf(String(event.target.value)))}
    >
      {groups.map(({ owner, name, items }) => (
        <div key={owner} role="group" aria-label={name} className="target-group">
          {groups.length > 1 && <h4>{name}</h4>}
          {items.map(({ kind, type }) => (
            <Radio key={type.id} value={targetKey({ kind, type: type.id })} data-testid={`target-${type.id}`}>
              {text(type.name)}{' '}
              <span className="node-muted">
                {kind === 'subject'
                  ? t('import.asSubjects')
                  : t('import.asEventsOf', { subject: nameOf(type.subjectType) })}
              </span>
            </Radio>
          ))}
        </div>
      ))}
    </Radio.Group>
  );
}
