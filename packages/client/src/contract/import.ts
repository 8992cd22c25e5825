import { identifierSchema, issueSchema, localizedTextSchema } from '@terrace/model';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idParamsSchema, pageOf, pageQuerySchema } from './page.js';

const tag = 'Import';

/** What a file fills: subjects or events of a type. @since 0.1.0 */
export const importTargetSchema = z.object({ kind: z.enum(['subject', 'event']), type: identifierSchema });

/**
 * Which column (by its header) fills what. Keys: for subjects `key` and field ids; for events `subject`, `time`, `id`
 * (optional: without it an event is known by its content and its occurrence within the file) and field ids.
 * @since 0.1.0
 */
export const mappingSchema = z.record(z.string().max(60), z.string().max(500));

/** How text in the file is read; what is not given is found out from the file. @since 0.1.0 */
export const readOptionsSchema = z.object({
  encoding: z.enum(['utf-8', 'gb18030']).optional(),
  delimiter: z.enum([',', ';', '\t']).optional(),
  /** Order of day, month and year in dates that are not ISO; needed only when the file itself leaves it open. */
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  decimalMark: z.enum(['.', ',']).optional(),
});

/** A stored file and what could be told from it. @since 0.1.0 */
export const uploadSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Bytes as sent, before unpacking. */
  byteCount: z.int(),
  isGzipped: z.boolean(),
  encoding: z.enum(['utf-8', 'gb18030']),
  delimiter: z.enum([',', ';', '\t']),
  headers: z.array(z.string()),
  /** The first 20 data rows as text. */
  rows: z.array(z.array(z.string())),
});

/** A mapping guessed from header names; `ambiguous` lists what more than one column could fill (left unmapped). @since 0.1.0 */
export const mappingGuessSchema = z.object({
  mapping: mappingSchema,
  ambiguous: z.array(z.object({ target: z.string(), columns: z.array(z.string()) })),
  /** Required targets no column was found for. */
  missing: z.array(z.string()),
});

/** A row set aside. `line` is the line of the file it begins on, the header being line 1. @since 0.1.0 */
export const badRowSchema = z.object({
  line: z.int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: localizedTextSchema,
});

/** Counts of an import. `unchanged` rows were already stored just so. @since 0.1.0 */
export const importCountsSchema = z.object({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  bad: z.int(),
});

/** An import and its progress. @since 0.1.0 */
export const importSchema = z.object({
  id: z.string(),
  uploadId: z.string(),
  fileName: z.string(),
  target: importTargetSchema,
  mapping: mappingSchema,
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** 0 to 1. */
  progress: z.number(),
  counts: importCountsSchema,
  error: issueSchema.nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

export const importEndpoints = {
  /** The request body is the file itself, plain or gzipped; stored before the answer. */
  upload: endpoint({
    method: 'POST',
    path: '/uploads',
    access: 'designer',
    tag,
    summary: 'Store a file and look into it',
    status: 201,
    requestStream: 'application/octet-stream',
    query: z.object({ fileName: z.string().min(1).max(300) }),
    response: uploadSchema,
  }),
  guessMapping: endpoint({
    method: 'POST',
    path: '/uploads/:id/guess',
    access: 'designer',
    tag,
    summary: 'Guess the mapping from header names',
    params: idParamsSchema,
    body: importTargetSchema,
    response: mappingGuessSchema,
  }),
  /** Reads the first `rows` rows with the mapping and stores nothing. */
  tryImport: endpoint({
    method: 'POST',
    path: '/uploads/:id/trial',
    access: 'designer',
    tag,
    summary: 'Try the first rows with a mapping',
    params: idParamsSchema,
    body: z.object({
      target: importTargetSchema,
      mapping: mappingSchema,
      options: readOptionsSchema.optional(),
      rows: z.int().min(1).max(10_000).default(100),
    }),
    response: z.object({
      rowCount: z.int(),
      goodCount: z.int(),
      /** The first 20 good rows as they would be stored: target → value. */
      sample: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
      badRows: z.array(badRowSchema),
      options: readOptionsSchema,
    }),
  }),
  startImport: endpoint({
    method: 'POST',
    path: '/imports',
    access: 'designer',
    tag,
    summary: 'Import a stored file',
    status: 202,
    body: z.object({
      uploadId: z.string(),
      target: importTargetSchema,
      mapping: mappingSchema,
      options: readOptionsSchema.optional(),
    }),
    response: importSchema,
  }),
  listImports: endpoint({
    method: 'GET',
    path: '/imports',
    access: 'viewer',
    tag,
    summary: 'Imports, newest first',
    query: pageQuerySchema,
    response: pageOf(importSchema),
  }),
  getImport: endpoint({
    method: 'GET',
    path: '/imports/:id',
    access: 'viewer',
    tag,
    summary: 'An import and its progress',
    params: idParamsSchema,
    response: importSchema,
  }),
  cancelImport: endpoint({
    method: 'POST',
    path: '/imports/:id/cancel',
    access: 'designer',
    tag,
    summary: 'Stop an import; it stores nothing',
    params: idParamsSchema,
    response: importSchema,
  }),
  listBadRows: endpoint({
    method: 'GET',
    path: '/imports/:id/bad-rows',
    access: 'designer',
    tag,
    summary: 'Rows set aside',
    params: idParamsSchema,
    query: pageQuerySchema,
    response: pageOf(badRowSchema),
  }),
  downloadBadRows: endpoint({
    method: 'GET',
    path: '/imports/:id/bad-rows.csv',
    access: 'designer',
    tag,
    summary: 'Rows set aside, as CSV with the original columns',
    params: idParamsSchema,
    responseStream: 'text/csv',
  }),
};

/** See {@link importTargetSchema}. @since 0.1.0 */
export type ImportTarget = z.infer<typeof importTargetSchema>;
/** See {@link mappingSchema}. @since 0.1.0 */
export type Mapping = z.infer<typeof mappingSchema>;
/** See {@link readOptionsSchema}. @since 0.1.0 */
export type ReadOptions = z.infer<typeof readOptionsSchema>;
/** See {@link uploadSchema}. @since 0.1.0 */
export type Upload = z.infer<typeof uploadSchema>;
/** See {@link mappingGuessSchema}. @since 0.1.0 */
export type MappingGuess = z.infer<typeof mappingGuessSchema>;
/** See {@link badRowSchema}. @since 0.1.0 */
export type BadRow = z.infer<typeof badRowSchema>;
/** See {@link importCountsSchema}. @since 0.1.0 */
export type ImportCounts = z.infer<typeof importCountsSchema>;
/** See {@link importSchema}. @since 0.1.0 */
export type Import = z.infer<typeof importSchema>;
