import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/useText';
import { useReferenced } from '../store/editor-selectors';

/** The name of a referenced node, or that nothing is connected. */
export function ReferenceChip({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const node = useReferenced(id);
  if (node === undefined) return <span className="chip is-missing">{t('canvas.unconnected')}</span>;
  return (
    <span className="chip">
      {node.kind === 'tier' && (
        <span className="tier-dot" style={node.color ? { background: node.color } : undefined} aria-hidden />
      )}
      <span className="chip-text">{text(node.name)}</span>
    </span>
  );
}
