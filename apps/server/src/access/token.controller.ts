import { Controller } from '@nestjs/common';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { TokenService } from './token.service.js';

@Controller()
export class TokenController {
  constructor(private readonly tokens: TokenService) {}

  @Handles('listTokens')
  async listTokens(@Input() { query }: EndpointInput<'listTokens'>): Promise<EndpointOutput<'listTokens'>> {
    return pageOutput(await this.tokens.list(query), query);
  }

  @Handles('createToken')
  async createToken(@Input() { body }: EndpointInput<'createToken'>): Promise<EndpointOutput<'createToken'>> {
    return this.tokens.create(body.name, body.role, body.expiresInDays);
  }

  @Handles('deleteToken')
  async deleteToken(@Input() { params }: EndpointInput<'deleteToken'>): Promise<void> {
    await this.tokens.delete(params.id);
  }
}
