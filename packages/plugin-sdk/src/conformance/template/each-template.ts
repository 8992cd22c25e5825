import type { ModelDocument } from '@terrace/model';
import type { Findings, Found } from '../check.js';
import type { PluginUnderCheck } from '../plugin-under-check.js';
import type { TemplateUnderCheck } from '../template-under-check.js';

/** Runs a check over every template whose file can be read. */
export function eachTemplate(
  look: (template: TemplateUnderCheck, index: number) => readonly Found[],
): (plugin: PluginUnderCheck) => Findings {
  return ({ manifest, templates }) => {
    if (manifest === null || templates.length === 0) return null;
    const { templates: all } = manifest.contributes;
    return templates.flatMap((each) => look(each, all.indexOf(each.template)));
  };
}

/** Runs a check over every template that is a sound model with its defaults. */
export function eachDocument(
  look: (document: ModelDocument, template: TemplateUnderCheck) => readonly Found[],
): (plugin: PluginUnderCheck) => Findings {
  return ({ templates }) => {
    const sound = templates.filter(({ document }) => document !== null);
    if (sound.length === 0) return null;
    return sound.flatMap((each) => (each.document === null ? [] : look(each.document, each)));
  };
}
