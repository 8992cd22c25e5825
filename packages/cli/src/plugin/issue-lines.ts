import { localize, type Issue, type Language } from '@terrace/model';

/** Faults that the reader found, a line each with their places in the manifest. */
export function issueLines(issues: readonly Issue[], language: Language): string[] {
  return issues.map(({ path, message }) => {
    const text = localize(message, language);
    const place = path.join('.');
    if (place === '' || text.startsWith(place)) return text;
    return language === 'en' ? `${place}: ${text}` : `${place}：${text}`;
  });
}
