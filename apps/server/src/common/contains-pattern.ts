/** The LIKE pattern that finds `text` anywhere; its own wildcards are plain characters, and U+0000, which no text in PostgreSQL has, is left out. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
}
