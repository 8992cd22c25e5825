import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Handles, type EndpointOutput } from '../common/endpoint.decorator.js';
import { openApiDocument } from './openapi.js';
import { version } from './version.js';

@Controller()
export class SystemController {
  #openApi: Record<string, unknown> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  @Handles('getHealth')
  async getHealth(): Promise<EndpointOutput<'getHealth'>> {
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', version };
  }

  @Handles('getOpenApi')
  getOpenApi(): EndpointOutput<'getOpenApi'> {
    return (this.#openApi ??= openApiDocument());
  }
}
