import type { LocalizedText } from '@terrace/model';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/useText';

/** Sentences below what they are about; nothing when there are none. */
export function Sentences({ texts }: { readonly texts: readonly LocalizedText[] }): ReactNode {
  const text = useText();
  if (texts.length === 0) return null;
  return (
    <ul className="dialog-list">
      {texts.map((each, index) => (
        <li key={index}>{text(each)}</li>
      ))}
    </ul>
  );
}
