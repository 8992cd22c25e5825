const special = /[\\\n\r\t]/;
const specials = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(specials, (found) => escapes[found] ?? found) : value;
}

/** A row in the text format of PostgreSQL's COPY, that begins with a number. */
export function copyLine(line: number, values: readonly (string | null)[]): string {
  let text = String(line);
  for (const value of values) text += `\t${copyText(value)}`;
  return `${text}\n`;
}

/** A row in the text format of PostgreSQL's COPY. */
export function copyRow(values: readonly (string | null)[]): string {
  return `${values.map(copyText).join('\t')}\n`;
}
