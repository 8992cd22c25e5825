/** Longest line, as this repository formats. */
const width = 110;

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  return entries.length === 0
    ? '{}'
    : `{ ${entries.map(([key, each]) => `${JSON.stringify(key)}: ${inline(each)}`).join(', ')} }`;
}

function write(value: unknown, indent: string, before: number, isTop: boolean): string {
  const line = inline(value);
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null) return line;
  if (!isTop && indent.length + before + line.length < width) return line;
  const inner = `${indent}  `;
  const items = isList
    ? value.map((each) => `${inner}${write(each, inner, 0, false)}`)
    : Object.entries(value).map(([key, each]) => {
        const label = `${JSON.stringify(key)}: `;
        return `${inner}${label}${write(each, inner, label.length, false)}`;
      });
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

/** JSON for people: what fits on a line stands on one. */
export function compactJson(value: object): string {
  return `${write(value, '', 0, true)}\n`;
}
