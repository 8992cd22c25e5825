import { describe, expect, it } from '@jest/globals';
import { checkDocument, instantiateTemplate, proveDocument, type TemplateParameter } from '@terrace/model';
import { readPluginOrThrow, type LoadedPlugin } from '@terrace/plugin-sdk';
import { checkPlugin, checks } from '@terrace/plugin-sdk/conformance';
import { repositoryRoot } from '@terrace/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Values = Record<string, string | number>;

/** Steps of work for one question; what goes beyond is sampled. */
const effort = 8000;

/** What may be left of a sound plugin: edges of calculated values that no decimal hits. */
const warnings = new Set(['computed-thresholds-tested']);
/** All but the proofs, which are made below for more values of parameters. */
const quick = checks.filter(({ area }) => area !== 'rule').map(({ id }) => id);

const root = join(repositoryRoot, 'plugins');
const folders = readdirSync(root).sort();

/** The same for two numbers at once, of which there are many: enough to see a rule without anybody, or tiers turned round. */
const pairEffort = 500;

/** Of every two numbers that can cross, the one at its minimum and the other at its maximum. */
function pairs(parameters: readonly TemplateParameter[]): Values[] {
  return parameters.flatMap(({ id, minimum, maximum }) =>
    parameters.flatMap((other) =>
      minimum === undefined || maximum === undefined || other.id === id
        ? []
        : other.minimum === undefined || other.maximum === undefined
          ? []
          : other.minimum <= maximum && minimum <= other.maximum
            ? [{ [id]: minimum, [other.id]: other.maximum }]
            : [],
    ),
  );
}

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
function faults({ templates, manifest }: LoadedPlugin, id: string, values: Values, steps: number): string[] {
  const parameters = manifest.contributes.templates.find((each) => each.id === id)?.parameters ?? [];
  const made = instantiateTemplate(templates[id], parameters, values);
  // What `above` refuses is nobody's model.
  if (!made.ok)
    return made.issues.flatMap(({ message, details }) =>
      details?.['above'] === undefined ? [message.en ?? ''] : [],
    );
  const unsound = checkDocument(made.document).flatMap(({ severity, message }) =>
    severity === 'error' ? [message.en ?? ''] : [],
  );
  if (unsound.length > 0) return unsound;
  return proveDocument(made.document, { effort: steps })
    .findings.filter(({ kind, severity }) => severity !== 'info' && kind !== 'nonMonotone')
    .map(({ kind, message }) => `${kind}: ${message.en}`);
}

describe('the plugins that come with Terrace', () => {
  it('are six industries without code', async () => {
    expect(folders).toEqual(['b2b', 'banking', 'education', 'healthcare', 'public-service', 'retail']);
    for (const folder of folders) {
      const { manifest } = await readPluginOrThrow(join(root, folder));
      expect([folder, manifest.code]).toEqual([folder, undefined]);
    }
  });

  it.each(folders)('take no blank text, which every text contains: %s', async (folder) => {
    const plugin = await readPluginOrThrow(join(root, folder));
    const { templates, manifest } = plugin;
    for (const { id, parameters } of manifest.contributes.templates)
      for (const parameter of parameters.filter(({ type }) => type === 'text')) {
        const made = instantiateTemplate(templates[id], parameters, { [parameter.id]: ' ' });
        const codes = made.ok ? [] : made.issues.map(({ code, path }) => [code, ...path]);
        expect([id, codes]).toEqual([id, [['WRONG_PARAMETER', 'parameters', parameter.id]]]);
      }
  });

  it.each(folders)('say no number of a tier that a parameter sets: %s', async (folder) => {
    const plugin = await readPluginOrThrow(join(root, folder));
    const { templates, manifest } = plugin;
    const said = manifest.contributes.templates.flatMap(({ id, parameters }) => {
      const made = instantiateTemplate(templates[id], parameters);
      if (!made.ok) throw new Error(JSON.stringify(made.issues));
      const set = parameters.flatMap(({ type, default: usual }) => (type === 'text' ? [] : [String(usual)]));
      return made.document.nodes.flatMap((node) =>
        (node.kind === 'tier' ? Object.values(node.description ?? {}) : []).flatMap((text = '') =>
          // A promised time is no threshold.
          [...text.matchAll(/([\d,.]*\d)(?! ?(?:hours?|minutes?|days?|小时|分钟|天))/g)].flatMap(
            ([, digits = '']) =>
              set.includes(digits.replaceAll(',', '')) ? [`${id} ${node.id}: ${text}`] : [],
          ),
        ),
      );
    });
    expect(said).toEqual([]);
  });

  it.each(folders)('leave no doubt in Chinese on which side an edge stands: %s', (folder) => {
    // 以上 and 以下 may hold the edge or not; 及以上, 超过, 高于, 不足 and 低于 say so.
    const doubtful = /\d[^"，。；：]{0,4}(?<!及)以[上下]/g;
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const found = files
      .filter((file) => /^(plugin|models|locales).*\.json$/.test(file))
      .flatMap((file) =>
        [...readFileSync(join(root, folder, file), 'utf8').matchAll(doubtful)].map(
          ([text]) => `${file}: ${text}`,
        ),
      );
    expect(found).toEqual([]);
  });

  it.each(folders)('say in reports what is expected, which the page shows met or not: %s', async (folder) => {
    const plugin = await readPluginOrThrow(join(root, folder));
    const messages = plugin.manifest.contributes.reports.flatMap(({ expectations }) =>
      expectations.map(({ message }) => `${message.en} ${message['zh-CN']}`),
    );
    expect(
      messages.filter((text) => !/at least|at most|within/i.test(text) || !/不低于|不超过/.test(text)),
    ).toEqual([]);
  });

  it.each(folders)('pass every check: %s', async (folder) => {
    const { checks: results } = await checkPlugin(join(root, folder), { only: quick });
    const left = results.filter(
      ({ state, id }) => state === 'failed' || (state === 'warned' && !warnings.has(id)),
    );
    expect(left.map(({ id, issues }) => [id, issues.map(({ message }) => message.en)])).toEqual([]);
    expect(results.length).toBeGreaterThan(40);
  });

  it.each(folders)(
    'have no gap, overlap, dead rule or unreachable tier wherever parameters stand: %s',
    async (folder) => {
      const plugin = await readPluginOrThrow(join(root, folder));
      const found = plugin.manifest.contributes.templates.flatMap(({ id, parameters }) =>
        [
          ...corners(parameters).map((values) => ({ values, steps: effort })),
          ...pairs(parameters).map((values) => ({ values, steps: pairEffort })),
        ].flatMap(({ values, steps }) =>
          faults(plugin, id, values, steps).map((fault) => `${id} ${JSON.stringify(values)} ${fault}`),
        ),
      );
      expect(found).toEqual([]);
    },
  );
});

describe('the levels of the credit score', () => {
  it.each([18, 19, 20, 21, 22, 23, 24, 25])('say what is true of each of %i', async (levels) => {
    const plugin = await readPluginOrThrow(join(root, 'banking'));
    const parameters = plugin.manifest.contributes.templates.find(
      ({ id }) => id === 'credit-score',
    )?.parameters;
    const made = instantiateTemplate(plugin.templates['credit-score'], parameters ?? [], { levels });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const said = made.document.nodes.flatMap((node) =>
      node.kind === 'tier' && node.id.startsWith('level_') ? [node.benefits?.map(({ en }) => en)] : [],
    );
    const below = Math.ceil((levels - 1) / 2);
    const sides = said.map(([rate] = []) =>
      /low end|below/.test(rate ?? '') ? -1 : /high end|above/.test(rate ?? '') ? 1 : 0,
    );
    expect(sides).toEqual(said.map((_, index) => Math.sign(2 * index - (levels - 1))));
    expect(said.every((texts) => texts?.length === 2)).toBe(true);
    expect(said.map((texts) => texts?.[1] === 'No new credit')).toEqual(
      said.map((_, index) => index === levels - 1),
    );
    expect(said.filter((texts) => texts?.[1]?.includes('automatically')).length).toBe(below);
  });
});
