import { beforeAll, describe, expect, it } from '@jest/globals';
import { instantiateTemplate, proveDocument, type TemplateParameter } from '@terrace/model';
import { readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';
import { repositoryRoot } from '@terrace/testing';
import { join } from 'node:path';

/** Steps of work for one question; what goes beyond is sampled.. */
const effort = 30_000;

/** Values of parameters: the defaults, all at their lowest, all at their highest, and each option of each choice. */
function settings(parameters: readonly TemplateParameter[]): Record<string, string | number>[] {
  const bounded = parameters.filter((each) => each.minimum !== undefined || each.maximum !== undefined);
  const at = (end: 'minimum' | 'maximum'): Record<string, string | number> =>
    Object.fromEntries(bounded.map((each) => [each.id, each[end] ?? each.default]));
  const choices = parameters.flatMap(({ id, options = [] }) => options.map(({ value }) => ({ [id]: value })));
  return [{}, ...(bounded.length === 0 ? [] : [at('minimum'), at('maximum')]), ...choices];
}

describe.each(['b2b', 'healthcare'])('the templates of %s', (folder) => {
  let plugin: LoadedPlugin;
  beforeAll(async () => {
    const result = await readPlugin(join(repositoryRoot, 'plugins', folder));
    if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
    plugin = result.plugin;
  });

  it('have no gap, overlap, dead rule or unreachable tier, whatever their parameters', () => {
    for (const { id, parameters } of plugin.manifest.contributes.templates)
      for (const values of settings(parameters)) {
        const made = instantiateTemplate(plugin.templates[id], parameters, values);
        if (!made.ok) throw new Error(JSON.stringify(made.issues));
        const found = proveDocument(made.document, { effort }).findings.filter(
          ({ severity }) => severity !== 'info',
        );
        expect([id, values, found.map(({ message }) => message.en)]).toEqual([id, values, []]);
      }
  });
});
