import { Controller } from '@nestjs/common';
import { Caller, type Principal } from '../access/principal.js';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { PluginService } from './plugin.service.js';

@Controller()
export class PluginController {
  constructor(private readonly plugins: PluginService) {}

  @Handles('listPlugins')
  async list(): Promise<EndpointOutput<'listPlugins'>> {
    return { items: await this.plugins.list() };
  }

  @Handles('getPlugin')
  get(
    @Input() { params }: EndpointInput<'getPlugin'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'getPlugin'>> {
    return this.plugins.get(params.id, caller.role);
  }
}
