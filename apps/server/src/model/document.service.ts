import { Injectable } from '@nestjs/common';
import {
  checkDocument,
  ModelError,
  tierJsonLogic,
  type Issue,
  type JsonLogic,
  type ModelDocument,
} from '@terrace/model';
import { CatalogService } from '../catalog/catalog.service.js';
import { Fault } from '../common/fault.js';
import { KnownCodeService } from '../plugin-code/known-code.service.js';

/** Judges documents against the record types and plugins there are. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly code: KnownCodeService,
  ) {}

  async check(document: ModelDocument): Promise<Issue[]> {
    return [...checkDocument(document, await this.catalog.recordTypes(), this.code.get())];
  }

  /** @throws Fault `INVALID_REQUEST` with every error of `document` */
  async requireValid(document: ModelDocument): Promise<void> {
    const issues = await this.check(document);
    if (issues.some(({ severity }) => severity === 'error')) throw new Fault('INVALID_REQUEST', issues);
  }

  /** @throws Fault `INVALID_REQUEST` also for a document too large to be one expression */
  async toJsonLogic(document: ModelDocument): Promise<JsonLogic> {
    await this.requireValid(document);
    try {
      return tierJsonLogic(document);
    } catch (error) {
      if (error instanceof ModelError) throw new Fault('INVALID_REQUEST', error.issues);
      throw error;
    }
  }
}
