import { Controller, Inject } from '@nestjs/common';
import { Caller, type Principal } from '../../access/principal.js';
import { Handles, Input, type EndpointInput, type EndpointOutput } from '../../common/endpoint.decorator.js';
import { CONFIG, type Config } from '../../config/config.js';
import { SigningKeyService } from './signing-key.service.js';

@Controller()
export class SigningKeyController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: SigningKeyService,
  ) {}

  @Handles('listSigningKeys')
  async list(): Promise<EndpointOutput<'listSigningKeys'>> {
    return { items: await this.keys.list(), allowUnsigned: this.config.allowsUnsignedPlugins };
  }

  @Handles('addSigningKey')
  add(
    @Input() { body }: EndpointInput<'addSigningKey'>,
    @Caller() caller: Principal,
  ): Promise<EndpointOutput<'addSigningKey'>> {
    return this.keys.add(body.name, body.publicKey, caller.name);
  }

  @Handles('removeSigningKey')
  remove(
    @Input() { params }: EndpointInput<'removeSigningKey'>,
  ): Promise<EndpointOutput<'removeSigningKey'>> {
    return this.keys.remove(params.fingerprint);
  }
}
