import type { Language } from '@terrace/model';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemeMode = 'light' | 'dark' | 'system';

interface Preferences {
  language: Language;
  themeMode: ThemeMode;
  isNavigationCollapsed: boolean;
  setLanguage(language: Language): void;
  setThemeMode(mode: ThemeMode): void;
  setNavigationCollapsed(isCollapsed: boolean): void;
}

/** The first language of the browser that is Chinese or English decides; Chinese in any region reads simplified Chinese. */
export function languageOfBrowser(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** What a person chose on this device; kept in local storage. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      language: languageOfBrowser(navigator.languages),
      themeMode: 'system',
      isNavigationCollapsed: false,
      setLanguage: (language) => set({ language }),
      setThemeMode: (themeMode) => set({ themeMode }),
      setNavigationCollapsed: (isNavigationCollapsed) => set({ isNavigationCollapsed }),
    }),
    { name: 'terrace.preferences' },
  ),
);

export const useLanguage = (): Language => usePreferences((state) => state.language);
