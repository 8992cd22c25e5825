import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { usePreferences } from '../store/preferences';
import en from './en.json';
import zhCN from './zh-CN.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
  lng: usePreferences.getState().language,
  fallbackLng: 'en',
  supportedLngs: ['en', 'zh-CN'],
  interpolation: { escapeValue: false },
});

function follow(language: string): void {
  document.documentElement.lang = language;
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
}

follow(usePreferences.getState().language);
usePreferences.subscribe(({ language }) => {
  if (i18next.language === language) return;
  follow(language);
  void i18next.changeLanguage(language);
});

export { i18next };
