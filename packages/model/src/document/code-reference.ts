import { z } from 'zod';
import { identifierSchema } from './identifier.js';

/**
 * What names a piece of a plugin's code in a model: `<plugin>.<id>`, the version of the plugin it was made with, and the values of its
 * parameters; one that is not given has its default.
 */
export const codeReference = {
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/i, { message: 'a version such as 1.2.3' }),
  parameters: z.record(identifierSchema, z.union([z.number(), z.string().max(2000)])).default({}),
};

/** `<plugin>.<id>`. */
export const codeIdSchema = z.string().regex(/^[a-z][a-z0-9_]{0,40}\.[a-z][a-z0-9_]{0,40}$/, {
  message: 'a plugin and an id in it, such as hotel.steadiness',
});

/** The plugin and the id in it that `<plugin>.<id>` names. @since 0.1.0 */
export function splitCodeId(codeId: string): { readonly plugin: string; readonly id: string } {
  const [plugin = '', id = ''] = codeId.split('.');
  return { plugin, id };
}
