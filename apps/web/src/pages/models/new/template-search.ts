import type { Template } from '@terrace/client';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Templates in which every word of `search` is found, in either language: in name, description, id or what is said around them. */
export function findTemplates(
  templates: readonly Template[],
  search: string,
  around: (template: Template) => readonly string[],
): readonly Template[] {
  const words = fold(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return templates;
  return templates.filter((template) => {
    const said = fold(
      [
        template.id,
        ...Object.values(template.name),
        ...Object.values(template.description ?? {}),
        ...around(template),
      ].join('\n'),
    );
    return words.every((word) => said.includes(word));
  });
}
