import { z } from 'zod';
import { identifierSchema } from './identifier.js';
import { localizedTextSchema } from './localized-text.js';

/** A number or a text that a node gives. */
export const scalarSchema = z.union([z.number(), z.string().max(200)]);

/** What every node has. */
export const nodeBase = {
  id: identifierSchema,
  name: localizedTextSchema,
  description: localizedTextSchema.optional(),
};
