import { localize, type LocalizedText } from '@terrace/model';
import { useCallback } from 'react';
import { useLanguage } from '../store/preferences';

/** Reads localized texts in the chosen language; nothing for an absent text. */
export function useText(): (text: LocalizedText | null | undefined) => string {
  const language = useLanguage();
  return useCallback(
    (text) => (text === null || text === undefined ? '' : localize(text, language)),
    [language],
  );
}
