import type { RemovalPreview } from '@terrace/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';

/** Everything that purging deletes, with how much of it there is. */
export function LostRecords({ removal }: { readonly removal: RemovalPreview }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { data, purgedModels } = removal;
  if (data.length === 0 && purgedModels.length === 0)
    return <p className="plain-text">{t('plugin.nothingLost')}</p>;
  return (
    <ul className="dialog-list" data-testid="lost-records">
      {data.map(({ kind, type, name, recordCount }) => (
        <li key={`${kind}/${type}`}>
          {t('plugin.lostRecords', {
            count: recordCount,
            number: format.number(recordCount),
            name: text(name),
          })}
        </li>
      ))}
      {purgedModels.map((model) => (
        <li key={model.id}>
          {t('plugin.lostModel', {
            name: text(model.name),
            assignments: format.number(model.assignments),
            transitions: format.number(model.transitions),
            tasks: format.number(model.tasks),
            runs: format.number(model.runs),
          })}
        </li>
      ))}
    </ul>
  );
}
