import { describe, expect, it } from '@jest/globals';
import { instantiateTemplate, proveDocument, type TemplateParameter } from '@terrace/model';
import { readPlugin, type LoadedPlugin } from '@terrace/plugin-sdk';
import { repositoryRoot } from '@terrace/testing';
import { join } from 'node:path';

type Values = Record<string, string | number>;

/** The defaults; each parameter at its ends and options, the others at their defaults; all at their minimum, all at their maximum. */
function corners(parameters: readonly TemplateParameter[]): Values[] {
  const ends = parameters.flatMap(({ id, minimum, maximum, options = [] }) =>
    [minimum, maximum, ...options.map(({ value }) => value)].flatMap((value) =>
      value === undefined ? [] : [{ [id]: value }],
    ),
  );
  const all = (end: 'minimum' | 'maximum'): Values =>
    Object.fromEntries(parameters.flatMap((each) => (each[end] === undefined ? [] : [[each.id, each[end]]])));
  return [{}, ...ends, all('minimum'), all('maximum')];
}

/** What is wrong with the rules of a template, apart from what is only a remark. */
function faults({ templates, manifest }: LoadedPlugin, id: string, values: Values): string[] {
  const parameters = manifest.contributes.templates.find((each) => each.id === id)?.parameters ?? [];
  const made = instantiateTemplate(templates[id], parameters, values);
  if (!made.ok) return made.issues.map(({ message }) => message.en ?? '');
  return proveDocument(made.document)
    .findings.filter(({ kind, severity }) => severity !== 'info' && kind !== 'nonMonotone')
    .map(({ kind, message }) => `${kind}: ${message.en}`);
}

describe.each(['education', 'retail'])('the templates of %s', (plugin) => {
  it('have no gap, overlap, dead rule or unreachable tier wherever their parameters stand', async () => {
    const read = await readPlugin(join(repositoryRoot, 'plugins', plugin));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const found = read.plugin.manifest.contributes.templates.flatMap(({ id, parameters }) =>
      corners(parameters).flatMap((values) =>
        faults(read.plugin, id, values).map((fault) => `${id} ${JSON.stringify(values)} ${fault}`),
      ),
    );
    expect(found).toEqual([]);
  });
});
