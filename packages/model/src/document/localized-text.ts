import { z } from 'zod';

/** The two languages every user-facing text exists in. @since 0.1.0 */
export const languages = ['zh-CN', 'en'] as const;

/** One of {@link languages}. @since 0.1.0 */
export type Language = (typeof languages)[number];

/** A text a person reads, in both languages; one may be absent when a person typed only the other. @since 0.1.0 */
export const localizedTextSchema = z
  .strictObject({ en: z.string().max(2000).optional(), 'zh-CN': z.string().max(2000).optional() })
  .refine((text) => text.en !== undefined || text['zh-CN'] !== undefined, {
    message: 'a text in en or zh-CN is needed',
  });

/** See {@link localizedTextSchema}. @since 0.1.0 */
export type LocalizedText = { readonly en?: string | undefined; readonly 'zh-CN'?: string | undefined };

/**
 * Reads `text` in `language`, or in the other language when it has only that one.
 * @returns the text, or an empty string for a text with neither
 * @since 0.1.0
 */
export function localize(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en ?? text['zh-CN'] ?? '';
}
