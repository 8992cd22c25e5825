/** Longest id a document allows. */
const maxLength = 41;
const identifier = /^[a-z][a-z0-9_]{0,40}$/;

/** `name` as an id: small letters, digits and _; a name without any of them becomes `variable`. */
function identifierOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const id = plain === '' ? 'variable' : /^\d/.test(plain) ? `v_${plain}` : plain;
  return id.slice(0, maxLength).replace(/_+$/, '');
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) {
    const end = `_${n}`;
    const id = `${wanted.slice(0, maxLength - end.length).replace(/_+$/, '')}${end}`;
    if (!taken.has(id)) return id;
  }
}

/**
 * An id for every name, none of them in `reserved`. A name that is an id already keeps it before others become the same, so
 * that `a_b` is `a_b` and `a.b` beside it `a_b_2`.
 * @param names - all different
 */
export function identifiersFor(
  names: readonly string[],
  reserved: Iterable<string>,
): ReadonlyMap<string, string> {
  const taken = new Set(reserved);
  const ids = new Map<string, string>();
  for (const isOwn of [true, false])
    for (const name of names) {
      const wanted = identifierOf(name);
      const isIdentifier = identifier.test(name) && wanted === name && !taken.has(name);
      if (ids.has(name) || isIdentifier !== isOwn) continue;
      const id = freeId(wanted, taken);
      taken.add(id);
      ids.set(name, id);
    }
  return ids;
}
