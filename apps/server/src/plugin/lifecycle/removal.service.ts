import { Injectable, Logger } from '@nestjs/common';
import type { RemovalPreview } from '@terrace/client';
import { localize, type Issue } from '@terrace/model';
import type { EntityManager } from 'typeorm';
import type { RecordKind, RecordTypeEntity } from '../../catalog/record-type.entity.js';
import { TypeOwnership, type Holding } from '../../catalog/type-ownership.service.js';
import { Fault } from '../../common/fault.js';
import { PackageRepository } from '../package/package.repository.js';
import { pluginIssue } from '../plugin-fault.js';
import { PluginPurge } from '../plugin-purge.service.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { PluginRepository } from '../plugin.repository.js';
import { PluginService } from '../plugin.service.js';
import { Installer } from './installer.service.js';
import { lifecycleFaults } from './lifecycle-fault.js';
import { RemovalRepository } from './removal.repository.js';

/** Removes plugins, and their data where that is wanted. */
@Injectable()
export class Removals {
  readonly #logger = new Logger(Removals.name);

  constructor(
    private readonly registry: PluginRegistry,
    private readonly repository: PluginRepository,
    private readonly packages: PackageRepository,
    private readonly plugins: PluginService,
    private readonly types: TypeOwnership,
    private readonly removals: RemovalRepository,
    private readonly installer: Installer,
    private readonly purges: PluginPurge,
  ) {}

  /** @throws Fault `NOT_FOUND` */
  async preview(id: string): Promise<RemovalPreview> {
    const models = await this.installer.affectedModels(id);
    const { types, added, issues } = await this.#whatHangsOn(id);
    return {
      data: await this.plugins.data(id),
      fields: added.flatMap(({ type, fields }) =>
        type.definition.fields
          .filter((field) => fields.includes(field.id))
          .map((field) => ({ type: type.id, id: field.id, name: field.name })),
      ),
      models,
      purgedModels: await this.removals.modelsOver(idsOf(types, 'subject')),
      purgeIssues: issues,
    };
  }

  /** Removes the plugin; its record types stay with their records, and come back with the plugin. @throws Fault */
  async remove(id: string): Promise<void> {
    await this.#remove(id, false);
  }

  /**
   * Removes the plugin with its record types, their records and every model over them.
   * @param confirm - the plugin's id, so that nobody does it by mistake
   * @throws Fault when something else rests on them
   */
  async purge(id: string, confirm: string | undefined): Promise<void> {
    await this.registry.sync();
    this.plugins.entry(id);
    if (confirm !== id) throw lifecycleFaults.notConfirmed(id);
    await this.#remove(id, true);
  }

  async #remove(id: string, withData: boolean): Promise<void> {
    await this.registry.sync();
    const { row } = this.plugins.entry(id);
    if (row === undefined) throw lifecycleFaults.notInstalled(id);
    const purged = await this.repository.change(async (manager) => {
      const stored = await this.repository.find(id, manager);
      if (stored === null || stored.revision !== row.revision) throw lifecycleFaults.changedMeanwhile(id);
      // What stands in the way is looked for only now that no other plugin can change any more.
      await this.registry.sync();
      const { types, issues } = await this.#whatHangsOn(id, manager);
      const obstacles = withData ? issues : this.installer.requiringIssues(id);
      if (obstacles.length > 0) throw new Fault('CONFLICT', obstacles);
      const subjectTypes = idsOf(types, 'subject');
      if (withData) {
        await this.purges.inTransaction(manager, { id, subjectTypes });
        await this.removals.deleteModels(manager, subjectTypes);
        await this.removals.deleteImports(manager, types);
        await this.removals.deleteSampleLoads(manager, id);
        await this.types.purge(manager, id);
      }
      await this.packages.remove(manager, id);
      if (stored.bundledFolder === null) await this.repository.remove(manager, id);
      else await this.repository.returnToProgram(manager, id);
      return { id, subjectTypes };
    });
    this.#logger.log(`Plugin "${id}" is removed${withData ? ' with its data' : ''}.`);
    await this.registry.refresh();
    if (withData) await this.purges.afterwards(purged);
  }

  /** The types of a plugin, the fields it added to others, and everything that stands against purging them. */
  async #whatHangsOn(id: string, manager?: EntityManager): Promise<Holding & { readonly issues: Issue[] }> {
    const holding = await this.types.holdingOf(id, manager);
    const { types, added } = holding;
    const resting = await this.types.restingOn(id, manager);
    const fields = added.flatMap(({ type, fields: each }) =>
      each.map((field): [string, string] => [type.id, field]),
    );
    const models = await this.removals.modelsReading(
      idsOf(types, 'subject'),
      idsOf(types, 'event'),
      fields,
      manager,
    );
    const issues = [
      ...this.installer.requiringIssues(id),
      ...resting.map((type) =>
        typeRests(type.id, type.owner === id ? holdersOf(type.fieldOwners) : [type.owner]),
      ),
      ...models.map(({ name, uses }) =>
        pluginIssue(
          'MODEL_USES_DATA',
          `The model "${localize(name, 'en')}" reads ${uses.join(', ')}; change or delete it first.`,
          `模型“${localize(name, 'zh-CN')}”用到了 ${uses.join('、')}，请先修改或删除该模型。`,
          { uses },
        ),
      ),
    ];
    return { ...holding, issues };
  }
}

const idsOf = (types: readonly RecordTypeEntity[], kind: RecordKind): string[] =>
  types.filter((type) => type.kind === kind).map(({ id }) => id);

const holdersOf = (owners: Readonly<Record<string, string>>): string[] => [...new Set(Object.values(owners))];

function typeRests(type: string, holders: readonly string[]): Issue {
  return pluginIssue(
    'TYPE_IN_USE',
    `The record type "${type}" holds something of ${holders.map((holder) => `"${holder}"`).join(', ')}, which rests on this plugin; remove that first.`,
    `记录类型“${type}”中有属于${holders.map((holder) => `“${holder}”`).join('、')}的内容，且以本插件为基础，请先将其移除。`,
    { type, holders },
  );
}
