import { z } from 'zod';

/** The id of a template inside its plugin. No column is named after it, so it may hold hyphens. @since 0.1.0 */
export const templateIdSchema = z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/, {
  message:
    'a template id has 1 to 41 characters: lower-case letters, digits, _ and -, and starts with a letter',
});
