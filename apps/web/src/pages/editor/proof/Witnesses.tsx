import type { Witness } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TierTag } from '../../../components/TierTag';
import { useFormat } from '../../../i18n/useFormat';
import { useText } from '../../../i18n/useText';
import { selectDocument } from '../../../store/editor-selectors';
import { useEditor } from '../../../store/editor-store';
import { tiersOf } from '../../../store/tier-colors';

/** Witnesses beyond these are left out. */
const shown = 2;

/** Subjects that show a fault: their values, and the tier they get. */
export function Witnesses({ witnesses }: { readonly witnesses: readonly Witness[] }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const tiers = tiersOf(nodes);
  const nameOf = (id: string): string => text(nodes.find((node) => node.id === id)?.name) || id;
  const valueWords = (value: Witness['values'][string]): string => {
    if (value === null) return t('operator.isMissing');
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
    return typeof value === 'number' ? format.number(value, 12) : value;
  };
  return (
    <ul className="witnesses">
      {witnesses.slice(0, shown).map((witness, index) => {
        const tier = tiers.get(witness.tier);
        const color = tier?.color;
        return (
          <li key={index} data-testid="witness">
            <span className="node-muted">{t('proof.example')}</span>
            {Object.entries(witness.values).map(([id, value]) => (
              <span key={id} className="chip">
                {nameOf(id)}{' '}
                <strong className={value === null ? 'node-muted' : undefined}>{valueWords(value)}</strong>
              </span>
            ))}
            <span className="node-muted" aria-hidden>
              →
            </span>
            <TierTag name={text(tier?.name) || witness.tier} {...(color === undefined ? {} : { color })} />
          </li>
        );
      })}
    </ul>
  );
}
