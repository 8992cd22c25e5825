import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { Builtins, builtinName } from './builtins.mjs';

/** The functions of a plugin, by id, and what it declares. */
export interface LoadedCode {
  readonly declarations: unknown;
  readonly dimensions: ReadonlyMap<string, { compute(subjects: unknown, context: unknown): unknown }>;
  readonly actions: ReadonlyMap<string, { run(occasion: unknown, context: unknown): unknown }>;
}

/** Code is one module; a bundle imports modules of Node.js alone. */
async function evaluate(file: string, builtins: Builtins): Promise<unknown> {
  const link = async (specifier: string): Promise<vm.Module> => {
    const name = builtinName(specifier);
    if (name === null)
      throw new Error(
        `It imports "${specifier}", and the code of a plugin is one file. Build it: terrace plugin build.`,
      );
    const module = await builtins.module(name);
    if (module.status === 'unlinked') await module.link(link);
    return module;
  };
  const module = new vm.SourceTextModule(readFileSync(file, 'utf8'), {
    identifier: file,
    initializeImportMeta: (meta) => {
      meta.url = pathToFileURL(file).href;
    },
    importModuleDynamically: async (specifier) => {
      const imported = await link(specifier);
      if (imported.status === 'linked') await imported.evaluate();
      return imported;
    },
  });
  await module.link(link);
  await module.evaluate();
  return (module.namespace as { default?: unknown }).default;
}

function listOf(definition: unknown, key: 'dimensions' | 'actions'): Record<string, unknown>[] {
  const list: unknown = (definition as Record<string, unknown>)[key] ?? [];
  if (!Array.isArray(list)) throw new Error(`"${key}" of definePlugin must be a list.`);
  return list.map((item: unknown, index) => {
    if (typeof item !== 'object' || item === null)
      throw new Error(`"${key}" of definePlugin holds something else at ${index + 1}.`);
    return item as Record<string, unknown>;
  });
}

function functionsOf<F>(items: readonly Record<string, unknown>[], key: string): Map<string, F> {
  return new Map(
    items.map((item) => {
      if (typeof item[key] !== 'function')
        throw new Error(`"${String(item['id'])}" has no function "${key}".`);
      return [String(item['id']), item as unknown as F];
    }),
  );
}

/** Runs the module `file`, whose default export is what `definePlugin` gave. @throws what it throws */
export async function loadCode(file: string, facade: object): Promise<LoadedCode> {
  const definition = await evaluate(file, new Builtins(facade));
  if (typeof definition !== 'object' || definition === null)
    throw new Error('Its default export is not what definePlugin gives.');
  const dimensions = listOf(definition, 'dimensions');
  const actions = listOf(definition, 'actions');
  const without =
    (name: string) =>
    (item: Record<string, unknown>): object =>
      Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));
  return {
    declarations: { dimensions: dimensions.map(without('compute')), actions: actions.map(without('run')) },
    dimensions: functionsOf(dimensions, 'compute'),
    actions: functionsOf(actions, 'run'),
  };
}
