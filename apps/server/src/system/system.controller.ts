import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Handles, type EndpointOutput } from '../common/endpoint.decorator.js';
import { version } from './version.js';

@Controller()
export class SystemController {
  constructor(private readonly dataSource: DataSource) {}

  @Handles('getHealth')
  async getHealth(): Promise<EndpointOutput<'getHealth'>> {
    await this.dataSource.query('SELECT 1');
    return { status: 'ok', version };
  }
}
