import { z } from 'zod';
import { manifestSchema } from './manifest.js';

/** The JSON Schema of `plugin.json`, for editors; kept in `plugin.schema.json`. What spans several places is checked by the reader alone. @since 0.1.0 */
export function manifestJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(manifestSchema, { io: 'input' });
  return { $schema, title: 'Terrace plugin', ...schema };
}
