import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { PluginService } from './plugin.service.js';
import { fault, notFound, type Fault } from '../common/fault.js';

/** Installing, upgrading and removing plugins. */
@Controller()
export class LifecycleController {
  constructor(private readonly plugins: PluginService) {}

  @Handles('getPlugin')
  get(@Input() { params }: EndpointInput<'getPlugin'>): Promise<EndpointOutput<'getPlugin'>> {
    return this.plugins.get(params.id);
  }

  @Handles('uploadPluginPackage')
  upload(): EndpointOutput<'uploadPluginPackage'> {
    throw notYet();
  }

  @Handles('installPlugin')
  install(): EndpointOutput<'installPlugin'> {
    throw notYet();
  }

  @Handles('enablePlugin')
  enable(@Input() { params }: EndpointInput<'enablePlugin'>): EndpointOutput<'enablePlugin'> {
    throw unknownPlugin(params.id);
  }

  @Handles('previewDisabling')
  previewDisabling(
    @Input() { params }: EndpointInput<'previewDisabling'>,
  ): EndpointOutput<'previewDisabling'> {
    throw unknownPlugin(params.id);
  }

  @Handles('disablePlugin')
  disable(@Input() { params }: EndpointInput<'disablePlugin'>): EndpointOutput<'disablePlugin'> {
    throw unknownPlugin(params.id);
  }

  @Handles('previewUpgrade')
  previewUpgrade(@Input() { params }: EndpointInput<'previewUpgrade'>): EndpointOutput<'previewUpgrade'> {
    throw unknownPlugin(params.id);
  }

  @Handles('upgradePlugin')
  upgrade(@Input() { params }: EndpointInput<'upgradePlugin'>): EndpointOutput<'upgradePlugin'> {
    throw unknownPlugin(params.id);
  }

  @Handles('reloadPlugin')
  reload(@Input() { params }: EndpointInput<'reloadPlugin'>): EndpointOutput<'reloadPlugin'> {
    throw unknownPlugin(params.id);
  }

  @Handles('previewRemoval')
  previewRemoval(@Input() { params }: EndpointInput<'previewRemoval'>): EndpointOutput<'previewRemoval'> {
    throw unknownPlugin(params.id);
  }

  @Handles('removePlugin')
  remove(@Input() { params }: EndpointInput<'removePlugin'>): EndpointOutput<'removePlugin'> {
    throw unknownPlugin(params.id);
  }

  @Handles('exportPluginData')
  exportData(@Input() { params }: EndpointInput<'exportPluginData'>): void {
    throw unknownPlugin(params.id);
  }

  @Handles('listSigningKeys')
  listKeys(): EndpointOutput<'listSigningKeys'> {
    return { items: [], allowUnsigned: false };
  }

  @Handles('addSigningKey')
  addKey(): EndpointOutput<'addSigningKey'> {
    throw notYet();
  }

  @Handles('removeSigningKey')
  removeKey(@Input() { params }: EndpointInput<'removeSigningKey'>): EndpointOutput<'removeSigningKey'> {
    throw notFound({ en: 'signing key', 'zh-CN': '签名公钥' }, params.fingerprint);
  }

  @Handles('listNodeKinds')
  listNodeKinds(): EndpointOutput<'listNodeKinds'> {
    return { items: [] };
  }

  @Handles('listTierPresets')
  listTierPresets(): EndpointOutput<'listTierPresets'> {
    return { items: [] };
  }

  @Handles('listActionPresets')
  listActionPresets(): EndpointOutput<'listActionPresets'> {
    return { items: [] };
  }

  @Handles('listRunReports')
  listRunReports(): EndpointOutput<'listRunReports'> {
    return { items: [] };
  }
}

const unknownPlugin = (id: string): Fault => notFound({ en: 'plugin', 'zh-CN': '插件' }, id);

const notYet = (): Fault =>
  fault('CONFLICT', 'NOT_AVAILABLE', {
    en: 'This version of Terrace cannot install plugins.',
    'zh-CN': '当前版本的 Terrace 不支持安装插件。',
  });
