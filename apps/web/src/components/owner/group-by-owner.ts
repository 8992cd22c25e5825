/** Something a plugin brought, or the workspace itself (`workspace`). */
export interface Owned {
  readonly owner: string;
}

export interface OwnerGroup<T> {
  readonly owner: string;
  readonly name: string;
  readonly items: readonly T[];
}

/** What people made here is no plugin's. */
export const workspaceOwner = 'workspace';

/** Items by who brought them: plugins in the order of their names, then what was made here. Items keep their order. */
export function groupByOwner<T extends Owned>(
  items: readonly T[],
  nameOf: (owner: string) => string,
  language: string,
): OwnerGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.owner);
    if (group === undefined) groups.set(item.owner, [item]);
    else group.push(item);
  }
  return [...groups]
    .map(([owner, own]) => ({ owner, name: nameOf(owner), items: own }))
    .sort(
      (a, b) =>
        Number(a.owner === workspaceOwner) - Number(b.owner === workspaceOwner) ||
        a.name.localeCompare(b.name, language) ||
        (a.owner < b.owner ? -1 : 1),
    );
}
