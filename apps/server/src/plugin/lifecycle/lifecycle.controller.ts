import { Controller, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import {
  Handles,
  Input,
  RawRequest,
  type EndpointInput,
  type EndpointOutput,
} from '../../common/endpoint.decorator.js';
import { sourceFaults } from '../package/package-fault.js';
import { withBody } from '../package/request-body.js';
import { PluginService } from '../plugin.service.js';
import { DataExport } from './data-export.service.js';
import { Inspections } from './inspection.service.js';
import { Installer } from './installer.service.js';
import { Removals } from './removal.service.js';
import { Uploads } from './upload.service.js';
import { Upgrades } from './upgrade.service.js';

/** Installing, upgrading and removing plugins. */
@Controller()
export class LifecycleController {
  constructor(
    private readonly plugins: PluginService,
    private readonly uploads: Uploads,
    private readonly inspections: Inspections,
    private readonly installer: Installer,
    private readonly upgrades: Upgrades,
    private readonly removals: Removals,
    private readonly dataExport: DataExport,
  ) {}

  @Handles('uploadPluginPackage')
  upload(@RawRequest() request: FastifyRequest): Promise<EndpointOutput<'uploadPluginPackage'>> {
    const { body } = request;
    // Another content type was read as something else.
    if (!(body instanceof Readable)) throw sourceFaults.noFile();
    return withBody(body, (bytes) => this.uploads.receive(bytes));
  }

  @Handles('inspectPlugin')
  inspect(@Input() { body }: EndpointInput<'inspectPlugin'>): Promise<EndpointOutput<'inspectPlugin'>> {
    return this.inspections.inspect(body.source);
  }

  @Handles('installPlugin')
  async install(@Input() { body }: EndpointInput<'installPlugin'>): Promise<EndpointOutput<'installPlugin'>> {
    return this.plugins.summary(await this.installer.install(body.source));
  }

  @Handles('enablePlugin')
  async enable(@Input() { params }: EndpointInput<'enablePlugin'>): Promise<EndpointOutput<'enablePlugin'>> {
    return this.plugins.summary(await this.installer.enable(params.id));
  }

  @Handles('previewDisabling')
  async previewDisabling(
    @Input() { params }: EndpointInput<'previewDisabling'>,
  ): Promise<EndpointOutput<'previewDisabling'>> {
    return { models: await this.installer.affectedModels(params.id) };
  }

  @Handles('disablePlugin')
  async disable(
    @Input() { params }: EndpointInput<'disablePlugin'>,
  ): Promise<EndpointOutput<'disablePlugin'>> {
    const models = await this.installer.disable(params.id);
    return { plugin: await this.plugins.summary(params.id), models };
  }

  @Handles('reloadPlugin')
  async reload(@Input() { params }: EndpointInput<'reloadPlugin'>): Promise<EndpointOutput<'reloadPlugin'>> {
    return this.plugins.summary(await this.installer.reload(params.id));
  }

  @Handles('previewUpgrade')
  previewUpgrade(
    @Input() { params, body }: EndpointInput<'previewUpgrade'>,
  ): Promise<EndpointOutput<'previewUpgrade'>> {
    return this.upgrades.preview(params.id, body.source);
  }

  @Handles('upgradePlugin')
  async upgrade(
    @Input() { params, body }: EndpointInput<'upgradePlugin'>,
  ): Promise<EndpointOutput<'upgradePlugin'>> {
    await this.upgrades.upgrade(params.id, body.source);
    return this.plugins.summary(params.id);
  }

  @Handles('previewRemoval')
  previewRemoval(
    @Input() { params }: EndpointInput<'previewRemoval'>,
  ): Promise<EndpointOutput<'previewRemoval'>> {
    return this.removals.preview(params.id);
  }

  @Handles('removePlugin')
  async remove(@Input() { params, query }: EndpointInput<'removePlugin'>): Promise<void> {
    if (query.data === 'purge') await this.removals.purge(params.id, query.confirm);
    else await this.removals.remove(params.id);
  }

  @Handles('exportPluginData')
  async exportData(@Input() { params }: EndpointInput<'exportPluginData'>): Promise<StreamableFile> {
    const { id } = this.plugins.entry(params.id);
    return new StreamableFile(await this.dataExport.stream(id), {
      type: 'application/gzip',
      disposition: `attachment; filename="${id.replace(/[^\w-]/g, '_')}-data.tar.gz"`,
    });
  }
}
