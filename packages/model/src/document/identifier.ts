import { z } from 'zod';

/**
 * An id inside a document or the catalog: it also names a database column, so it is short, lower case and starts with a
 * letter.
 * @since 0.1.0
 */
export const identifierSchema = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, {
  message: 'an id has 1 to 41 characters: lower-case letters, digits and _, and starts with a letter',
});

/**
 * A decimal number as text, so that nothing is rounded on the way: `-?digits[.digits]`, at most 15 significant digits;
 * zeros at either end count only where they place the point, so 1000000000000000 (1e15) is one.
 * @since 0.1.0
 */
export const decimalSchema = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?$/, { message: 'a decimal number such as 12 or 297.4' })
  .refine((text) => text.replace(/^-|\./g, '').replace(/^0+|0+$/g, '').length <= 15, {
    message: 'at most 15 significant digits',
  });
