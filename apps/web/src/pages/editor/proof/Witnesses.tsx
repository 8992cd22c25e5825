import type { Witness } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showValue } from '../../../components/result/ResultValue';
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
  const words = { yes: t('form.yes'), no: t('form.no'), missing: t('operator.isMissing') };
  const valueWords = (id: string, value: Witness['values'][string]): string => {
    const node = nodes.find((each) => each.id === id);
    const shown = typeof value === 'number' ? String(value) : value;
    return showValue(shown, format, words, node?.kind === 'dimension' ? node : undefined);
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
                <strong className={value === null ? 'node-muted' : undefined}>{valueWords(id, value)}</strong>
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
