import { Injectable, Logger } from '@nestjs/common';
import type { PluginPermissions, PluginSource, UpgradePreview } from '@terrace/client';
import type { EventType, Issue, LocalizedText, RecordTypes, SubjectType } from '@terrace/model';
import semver from 'semver';
import { CatalogRepository } from '../../catalog/catalog.repository.js';
import { planTypes, type OwnedType, type TypesPlan } from '../../catalog/plan-types.js';
import { Fault } from '../../common/fault.js';
import type { PluginEntry } from '../plugin-entry.js';
import type { PluginEntity } from '../plugin.entity.js';
import { pluginIssue, unknownPlugin } from '../plugin-fault.js';
import { PluginModels, type ModelDraft } from '../plugin-models.repository.js';
import { PluginRegistry } from '../plugin-registry.service.js';
import { PluginRepository } from '../plugin.repository.js';
import { permissionsOf } from '../plugin-view.js';
import { PluginReader } from '../read/plugin-reader.service.js';
import { Candidates, type Candidate } from './candidate.service.js';
import type { CaseSummary, VersionDifference } from './compare-versions.js';
import { Installer } from './installer.service.js';
import { lifecycleFaults } from './lifecycle-fault.js';
import { typeChanges } from './type-changes.js';

/** A newer version with everything that is to be known before it is taken. */
interface Prepared {
  readonly entry: PluginEntry & { readonly row: PluginEntity };
  readonly candidate: Candidate;
  readonly plan: TypesPlan;
  readonly difference: VersionDifference;
  /** Everything that stands against it. */
  readonly issues: readonly Issue[];
}

/** Takes plugins to newer versions, as a whole or not at all. */
@Injectable()
export class Upgrades {
  readonly #logger = new Logger(Upgrades.name);

  constructor(
    private readonly registry: PluginRegistry,
    private readonly repository: PluginRepository,
    private readonly candidates: Candidates,
    private readonly installer: Installer,
    private readonly catalog: CatalogRepository,
    private readonly models: PluginModels,
    private readonly reader: PluginReader,
  ) {}

  /** What an upgrade would do. @throws Fault when there is no such plugin or version */
  async preview(id: string, source: PluginSource): Promise<UpgradePreview> {
    const { entry, candidate, plan, difference, issues } = await this.#prepare(
      id,
      source,
      await this.models.documentsMadeFrom(id),
    );
    const before = entry.plugin?.manifest;
    const after = candidate.plugin.manifest;
    const made = await this.models.madeFrom(id);
    return {
      from: entry.version,
      to: after.version,
      signature: this.registry.signatureOf(candidate.source, candidate.fingerprint),
      types: typeChanges(plan.plans, before?.contributes, after.contributes),
      templates: difference.templates.map((template) => ({ ...template, id: `${id}/${template.id}` })),
      newPermissions: newPermissions(
        before === undefined ? null : permissionsOf(before),
        permissionsOf(after),
      ),
      models: difference.models.flatMap((each) => {
        const model = made.find((other) => other.id === each.id);
        return model === undefined ? [] : [{ ...model, ...each, testCases: caseResultOf(each.testCases) }];
      }),
      testCases: caseResultOf(difference.testCases),
      canUpgrade: issues.length === 0,
      issues: [...issues],
    };
  }

  /** @throws Fault with everything that stands against it; then everything is as before */
  async upgrade(id: string, source: PluginSource): Promise<void> {
    const { entry, candidate, issues } = await this.#prepare(id, source, []);
    if (issues.length > 0) throw new Fault('CONFLICT', issues);
    await this.repository.change(async (manager) => {
      const stored = await this.repository.find(id, manager);
      if (stored === null || stored.revision !== entry.row.revision)
        throw lifecycleFaults.changedMeanwhile(id);
      await this.installer.store(manager, candidate, stored);
      // One that an administrator disabled stays so.
      if (stored.state === 'disabled') await this.repository.setState(manager, id, 'disabled');
    });
    this.#logger.log(
      `Plugin "${id}" is upgraded from ${entry.version} to ${candidate.plugin.manifest.version}.`,
    );
    await this.registry.refresh(new Map([[id, candidate.loaded]]));
  }

  /** @param models - those that are compared; what stands against an upgrade does not depend on them */
  async #prepare(id: string, source: PluginSource, models: readonly ModelDraft[]): Promise<Prepared> {
    await this.registry.sync();
    const entry = this.registry.find(id);
    if (entry === undefined) throw unknownPlugin(id);
    const { row } = entry;
    if (row === undefined) throw lifecycleFaults.notInstalled(id);
    const candidate = await this.candidates.get(source);
    const { manifest } = candidate.plugin;
    if (manifest.id !== id) throw lifecycleFaults.otherPlugin(id, manifest.id);
    const stored = await this.catalog.list();
    const plan = planTypes(id, manifest.contributes, stored);
    const outcome = await this.reader.run({
      kind: 'compare',
      comparison: {
        before: entry.plugin ?? null,
        after: candidate.plugin,
        models,
        types: typesAfter(stored, plan),
      },
    });
    if (!outcome.ok) throw new Fault('INVALID_REQUEST', outcome.issues);
    const difference = outcome.value;
    return {
      entry: { ...entry, row },
      candidate,
      plan,
      difference,
      issues: [
        ...(semver.gt(manifest.version, entry.version)
          ? []
          : lifecycleFaults.notNewer(entry.version, manifest.version).issues),
        ...this.candidates.issuesOf(candidate),
        ...this.#dependentIssues(id, manifest.version),
        ...plan.issues,
        ...caseIssues(difference),
      ],
    };
  }

  /** Plugins in use that need this one in another version than the new one. */
  #dependentIssues(id: string, version: string): Issue[] {
    return this.registry.enabled.flatMap(({ manifest }) => {
      const range = manifest.requires[id];
      if (range === undefined || semver.satisfies(version, range, { includePrerelease: true })) return [];
      return [
        pluginIssue(
          'REQUIRED_VERSION',
          `The plugin "${manifest.id}" needs "${id}" ${range}; upgrade or disable that one first.`,
          `插件“${manifest.id}”依赖“${id}”（${range}），请先升级或停用它。`,
          { plugin: manifest.id, range },
        ),
      ];
    });
  }
}

/** Every record type as it will be. */
function typesAfter(stored: readonly OwnedType[], { plans }: TypesPlan): RecordTypes {
  const types = [
    ...stored.filter(({ kind, id }) => !plans.some(({ type }) => type.kind === kind && type.id === id)),
    ...plans.map(({ type }) => type),
  ];
  const of = (kind: OwnedType['kind']): OwnedType['definition'][] =>
    types.filter((type) => type.kind === kind).map(({ definition }) => definition);
  // The kind of a type says which definition it holds.
  return { subjectTypes: of('subject') as SubjectType[], eventTypes: of('event') as EventType[] };
}

/** As the contract has it. */
const caseResultOf = ({ passed, failed }: CaseSummary): UpgradePreview['testCases'] => ({ passed, failed });

function caseIssues({ testCases: { passed, failedCount, failed } }: VersionDifference): Issue[] {
  const [first] = failed;
  if (first === undefined) return [];
  return [
    pluginIssue(
      'TEST_CASES_FAILED',
      `${failedCount} of ${passed + failedCount} of its own test cases fail. ${first.message.en}`,
      `该版本自带的 ${passed + failedCount} 个测试用例中有 ${failedCount} 个未通过。${first.message['zh-CN']}`,
    ),
  ];
}

function newPermissions(before: PluginPermissions | null, after: PluginPermissions | null): LocalizedText[] {
  if (after === null) return [];
  const hosts = after.network.filter((host) => before?.network.includes(host) !== true);
  return [
    ...(before === null ? [{ en: 'Run code.', 'zh-CN': '运行代码。' }] : []),
    ...hosts.map((host) => ({ en: `Call ${host}.`, 'zh-CN': `访问 ${host}。` })),
    ...(after.storage && before?.storage !== true
      ? [{ en: 'Keep files in a folder of its own.', 'zh-CN': '在专用文件夹中保存文件。' }]
      : []),
    ...(after.subjectKeys && before?.subjectKeys !== true
      ? [{ en: 'See the keys of subjects in actions.', 'zh-CN': '在动作中获取对象的键。' }]
      : []),
  ];
}
