import { z } from 'zod';

/** A JSON file below the plugin's folder: no way out of it, and the same file on every system. @since 0.1.0 */
export const jsonFileSchema = z.string().regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*\.json$/, {
  message: 'a path of letters, digits, _ and - below the plugin, ending in .json',
});
