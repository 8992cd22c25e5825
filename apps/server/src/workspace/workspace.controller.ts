import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { WorkspaceService } from './workspace.service.js';

@Controller()
export class WorkspaceController {
  constructor(private readonly workspaces: WorkspaceService) {}

  @Handles('getWorkspace')
  async getWorkspace(): Promise<EndpointOutput<'getWorkspace'>> {
    return this.workspaces.get();
  }

  @Handles('updateWorkspace')
  async updateWorkspace(
    @Input() { body }: EndpointInput<'updateWorkspace'>,
  ): Promise<EndpointOutput<'updateWorkspace'>> {
    return this.workspaces.update(body);
  }
}
