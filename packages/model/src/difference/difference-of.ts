import type { ModelDocument } from '../document/model-document.js';
import { inBoth, listWords, nameWords, quotedName, type BothLanguages } from '../explain/words.js';
import { kindOf } from '../node-kind/registry.js';
import type { Change, ChangeEffect, ChangeSide } from './change.js';
import { changeWords } from './change-words.js';
import { compareTrees, type TreeChange } from './compare-trees.js';
import { documentFields, fieldWords, nodeFields } from './field-words.js';
import { matchRenamed } from './match-renamed.js';
import { renameReferences } from './rename-references.js';
import { treeOf } from './tree.js';

type Path = readonly (string | number)[];

const suffixes = { added: 'ADDED', removed: 'REMOVED', changed: 'CHANGED', moved: 'MOVED' } as const;

function valueAt(document: ModelDocument, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    document,
  );
}

function sideOf(document: ModelDocument, path: Path | null): ChangeSide | null {
  return path === null ? null : { path, value: valueAt(document, path) };
}

/** Nodes come and go whole; actions set nothing else off. */
function nodeChange(before: ModelDocument, after: ModelDocument, change: TreeChange, id: string): Change {
  const node = (change.type === 'added' ? after : before).nodes.find((each) => each.id === id);
  const isAdded = change.type === 'added';
  return {
    code: isAdded ? 'NODE_ADDED' : 'NODE_REMOVED',
    type: change.type,
    effect: node?.kind === 'action' ? 'actions' : 'tiers',
    nodeId: id,
    before: sideOf(before, change.before),
    after: sideOf(after, change.after),
    sentence: inBoth((language) => {
      const kind = node === undefined ? '' : kindOf(node).words[language].replace(/^(a|an) /, '');
      const name = quotedName(isAdded ? after : before, id, language);
      return language === 'en'
        ? `${isAdded ? 'Added' : 'Removed'} ${kind} ${name}.`
        : `${isAdded ? '新增' : '删除'}${kind}${name}。`;
    }),
  };
}

/** A node that kept its id and became something else. */
function kindChange(before: ModelDocument, after: ModelDocument, id: string): Change {
  const index = (document: ModelDocument): number => document.nodes.findIndex((node) => node.id === id);
  return {
    code: 'NODE_REPLACED',
    type: 'changed',
    effect: 'tiers',
    nodeId: id,
    before: sideOf(before, ['nodes', index(before)]),
    after: sideOf(after, ['nodes', index(after)]),
    sentence: inBoth((language) => {
      const words = (document: ModelDocument): string => {
        const node = document.nodes[index(document)];
        return node === undefined ? '' : kindOf(node).words[language];
      };
      const name = quotedName(after, id, language);
      return language === 'en'
        ? `${name} was ${words(before)} and is now ${words(after)}.`
        : `${name}由${words(before)}改为${words(after)}。`;
    }),
  };
}

function layoutChange(before: ModelDocument, after: ModelDocument, moved: readonly string[]): Change {
  const names = [...new Set(moved)].filter((id) => after.nodes.some((node) => node.id === id));
  return {
    code: 'LAYOUT_CHANGED',
    type: 'moved',
    effect: 'layout',
    nodeId: null,
    before: sideOf(before, ['layout']),
    after: sideOf(after, ['layout']),
    sentence: inBoth((language) => {
      const nodes = listWords(
        names.slice(0, 5).map((id) => quotedName(after, id, language)),
        language,
      );
      const more = names.length > 5;
      if (names.length === 0) return language === 'en' ? 'The layout changed.' : '画布布局有变化。';
      return language === 'en'
        ? `Moved on the canvas: ${nodes}${more ? ' and others' : ''}.`
        : `画布上移动了${nodes}${more ? '等节点' : ''}。`;
    }),
  };
}

function renameChange(before: ModelDocument, after: ModelDocument, from: string, to: string): Change {
  const place = (document: ModelDocument, id: string): Path => [
    'nodes',
    document.nodes.findIndex((node) => node.id === id),
    'id',
  ];
  return {
    code: 'NODE_RENAMED',
    type: 'renamed',
    effect: 'presentation',
    nodeId: to,
    before: sideOf(before, place(before, from)),
    after: sideOf(after, place(after, to)),
    sentence: inBoth((language) =>
      language === 'en'
        ? `${quotedName(after, to, language)} has the id ${to} instead of ${from}.`
        : `${quotedName(after, to, language)}的标识由 ${from} 改为 ${to}。`,
    ),
  };
}

/** A field of a node, or of the document itself. */
function fieldChange(before: ModelDocument, after: ModelDocument, change: TreeChange): Change {
  const [first, id] = change.keys;
  const isNode = first === 'nodes' && id !== undefined;
  const keys = isNode ? change.keys.slice(2) : change.keys;
  const words = fieldWords(isNode ? nodeFields : documentFields, keys);
  const node = isNode ? after.nodes.find((each) => each.id === id) : undefined;
  const effect: ChangeEffect = words?.effect ?? (node?.kind === 'action' ? 'actions' : 'tiers');
  const sides = { before: sideOf(before, change.before), after: sideOf(after, change.after) };
  const subject: BothLanguages | null =
    node === undefined
      ? null
      : inBoth(
          (language) =>
            `${kindOf(node).words[language].replace(/^(a|an) /, '')}${language === 'en' ? ' ' : ''}“${nameWords(node, language)}”`,
        );
  return {
    code: `${words?.code ?? 'FIELD'}_${suffixes[change.type]}`,
    type: change.type,
    effect,
    nodeId: isNode ? id : null,
    ...sides,
    sentence: changeWords({ change, keys, words, subject, ...sides, documents: { before, after } }),
  };
}

/**
 * What is different between two documents, as a person would say it and as data for a picture of both. Order counts only where it
 * means something: rows of a table are found by their id and reported as moved, nodes and the operands of `and` have no order. A node that
 * only got another id is renamed, not removed and added; whatever refers to it is unchanged. Every difference is covered: a
 * field without words of its own is reported by its name.
 * @returns an empty list exactly when the documents mean the same and look the same
 * @see docs/what-it-takes.md
 * @since 0.1.0
 */
export function differenceOf(before: ModelDocument, after: ModelDocument): Change[] {
  const names = matchRenamed(before, after);
  const known = renameReferences(before, names);
  const changes = compareTrees(treeOf(known), treeOf(after));
  const result = [...names].map(([from, to]) => renameChange(before, after, from, to));
  const replaced = new Set(
    changes.flatMap(({ keys: [first, id, field] }) => (first === 'nodes' && field === 'kind' ? [id] : [])),
  );
  const moved: string[] = [];
  for (const change of changes) {
    const [first, id] = change.keys;
    if (first === 'layout') moved.push(id ?? '');
    else if (first === 'nodes' && id !== undefined && replaced.has(id)) continue;
    else if (first === 'nodes' && id !== undefined && change.keys.length === 2)
      result.push(nodeChange(before, after, change, id));
    else result.push(fieldChange(before, after, change));
  }
  for (const id of replaced) if (id !== undefined) result.push(kindChange(before, after, id));
  if (moved.length > 0) result.push(layoutChange(before, after, moved));
  return result;
}
