import { Controller, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  Handles,
  Input,
  RawRequest,
  type EndpointInput,
  type EndpointOutput,
} from '../common/endpoint.decorator.js';
import { pageOutput } from '../common/page.js';
import { badRowFile } from './bad-row-file.js';
import { BadRowRepository } from './bad-row.repository.js';
import { ImportService } from './import.service.js';
import { fileFaults } from './inspect/file-fault.js';
import { UploadService } from './upload.service.js';

@Controller()
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly uploads: UploadService,
    private readonly badRows: BadRowRepository,
  ) {}

  @Handles('upload')
  upload(
    @Input() { query }: EndpointInput<'upload'>,
    @RawRequest() request: FastifyRequest,
  ): Promise<EndpointOutput<'upload'>> {
    if (request.body === undefined || request.body === null) throw fileFaults.empty();
    return this.uploads.store(query.fileName, request.body as AsyncIterable<Buffer>);
  }

  @Handles('guessMapping')
  guessMapping(
    @Input() { params, body }: EndpointInput<'guessMapping'>,
  ): Promise<EndpointOutput<'guessMapping'>> {
    return this.imports.guess(params.id, body);
  }

  @Handles('tryImport')
  tryImport(@Input() { params, body }: EndpointInput<'tryImport'>): Promise<EndpointOutput<'tryImport'>> {
    return this.imports.try(params.id, body, body.rows);
  }

  @Handles('startImport')
  startImport(@Input() { body }: EndpointInput<'startImport'>): Promise<EndpointOutput<'startImport'>> {
    return this.imports.start(body.uploadId, body);
  }

  @Handles('listImports')
  async listImports(
    @Input() { query }: EndpointInput<'listImports'>,
  ): Promise<EndpointOutput<'listImports'>> {
    return pageOutput(await this.imports.list(query), query);
  }

  @Handles('getImport')
  getImport(@Input() { params }: EndpointInput<'getImport'>): Promise<EndpointOutput<'getImport'>> {
    return this.imports.get(params.id);
  }

  @Handles('cancelImport')
  cancelImport(@Input() { params }: EndpointInput<'cancelImport'>): Promise<EndpointOutput<'cancelImport'>> {
    return this.imports.cancel(params.id);
  }

  @Handles('listBadRows')
  async listBadRows(
    @Input() { params, query }: EndpointInput<'listBadRows'>,
  ): Promise<EndpointOutput<'listBadRows'>> {
    return pageOutput(await this.imports.listBadRows(params.id, query), query);
  }

  @Handles('downloadBadRows')
  async downloadBadRows(@Input() { params }: EndpointInput<'downloadBadRows'>): Promise<StreamableFile> {
    const { id, headers } = await this.imports.find(params.id);
    return new StreamableFile(badRowFile(headers, this.badRows.stream(id)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="bad-rows-${id}.csv"`,
    });
  }
}
