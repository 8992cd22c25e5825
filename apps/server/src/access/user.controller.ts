import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { UserService } from './user.service.js';

@Controller()
export class UserController {
  constructor(private readonly users: UserService) {}

  @Handles('listUsers')
  async listUsers(@Input() { query }: EndpointInput<'listUsers'>): Promise<EndpointOutput<'listUsers'>> {
    return pageOutput(await this.users.list(query), query);
  }

  @Handles('createUser')
  async createUser(@Input() { body }: EndpointInput<'createUser'>): Promise<EndpointOutput<'createUser'>> {
    return this.users.create(body.name, body.role, body.password);
  }

  @Handles('updateUser')
  async updateUser(
    @Input() { params, body }: EndpointInput<'updateUser'>,
  ): Promise<EndpointOutput<'updateUser'>> {
    return this.users.update(params.id, body);
  }
}
