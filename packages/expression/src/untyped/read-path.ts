/**
 * JSON Logic's `var`: walks into `data` by a name with dots; absent is `otherwise`. Only own properties are read, so that no rule sees
 * a prototype.
 * @see https://jsonlogic.com/operations.html#var
 */
export function readPath(data: unknown, name: unknown, otherwise: unknown): unknown {
  const notFound = otherwise === undefined ? null : otherwise;
  if (name === undefined || name === '' || name === null) return data;
  let found: unknown = data;
  for (const part of String(name).split('.')) {
    if (found === null || found === undefined) return notFound;
    const holder = Object(found) as Readonly<Record<string, unknown>>;
    found = Object.hasOwn(holder, part) ? holder[part] : undefined;
    if (found === undefined) return notFound;
  }
  return found;
}
