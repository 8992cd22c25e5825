const special = /[\\\n\r\t]/;
const specials = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A row in the text format of PostgreSQL's COPY. */
export function copyLine(line: number, values: readonly (string | null)[]): string {
  let text = String(line);
  for (const value of values) {
    if (value === null) text += '\t\\N';
    else
      text += `\t${special.test(value) ? value.replace(specials, (found) => escapes[found] ?? found) : value}`;
  }
  return `${text}\n`;
}
