import type { Template } from '@terrace/client';
import { textSearch } from '../../../i18n/text-search';

/** Templates in which every word of `search` is found, in either language: in name, description, id or what is said around them. */
export function findTemplates(
  templates: readonly Template[],
  search: string,
  around: (template: Template) => readonly string[],
): readonly Template[] {
  const isFound = textSearch(search);
  return templates.filter((template) =>
    isFound([
      template.id,
      ...Object.values(template.name),
      ...Object.values(template.description ?? {}),
      ...around(template),
    ]),
  );
}
