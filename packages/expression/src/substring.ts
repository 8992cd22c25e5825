const surrogate = /[\uD800-\uDFFF]/;

/**
 * A part of a text by characters (code points), as PostgreSQL counts them: from `start`, or from that many characters before the end
 * when it is negative; `length` characters, or all but that many at the end when it is negative.
 * @see https://jsonlogic.com/operations.html#substr
 */
export function substring(text: string, start: number, length?: number): string {
  // Most texts have no character past U+FFFF, and need not be taken apart.
  if (!surrogate.test(text)) {
    const rest = text.slice(start);
    return length === undefined ? rest : rest.slice(0, length);
  }
  const rest = [...text].slice(start);
  return (length === undefined ? rest : rest.slice(0, length)).join('');
}
