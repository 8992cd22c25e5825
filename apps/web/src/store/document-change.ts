import type { LocalizedText, ModelDocument, ModelNode } from '@terrace/model';
import { clearReferences } from './references';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** What the person does to a document. Every edit of the editor is one of these, so that it can be folded, tested and undone. */
export type DocumentChange =
  | { readonly type: 'add'; readonly node: ModelNode; readonly position: Position }
  | { readonly type: 'replace'; readonly node: ModelNode }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  | { readonly type: 'move'; readonly positions: Readonly<Record<string, Position>> }
  | {
      readonly type: 'describe';
      readonly patch: Partial<
        Pick<ModelDocument, 'name' | 'description' | 'fallback' | 'amount' | 'priority' | 'lifecycle'>
      >;
    }
  /** Takes another document as the draft, such as an earlier version. */
  | { readonly type: 'restore'; readonly document: ModelDocument }
  | { readonly type: 'all'; readonly changes: readonly DocumentChange[] };

/** The document after `change`; the same object when nothing changes. */
export function applyChange(document: ModelDocument, change: DocumentChange): ModelDocument {
  switch (change.type) {
    case 'add':
      return {
        ...document,
        nodes: [...document.nodes, change.node],
        layout: { ...document.layout, [change.node.id]: rounded(change.position) },
      };
    case 'replace':
      return {
        ...document,
        nodes: document.nodes.map((node) => (node.id === change.node.id ? change.node : node)),
      };
    case 'remove': {
      const gone = new Set(change.ids);
      if (!document.nodes.some((node) => gone.has(node.id))) return document;
      const layout = Object.fromEntries(Object.entries(document.layout).filter(([id]) => !gone.has(id)));
      const nodes = document.nodes.filter((node) => !gone.has(node.id));
      return clearReferences({ ...document, nodes, layout }, gone);
    }
    case 'move': {
      const layout = { ...document.layout };
      for (const [id, position] of Object.entries(change.positions)) layout[id] = rounded(position);
      return { ...document, layout };
    }
    case 'describe':
      return withoutAbsent({ ...document, ...change.patch });
    case 'restore':
      return change.document;
    case 'all':
      return change.changes.reduce(applyChange, document);
  }
}

/** Absent parts are left out rather than stored as undefined. */
function withoutAbsent(document: ModelDocument): ModelDocument {
  return Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== undefined),
  ) as ModelDocument;
}

const rounded = ({ x, y }: Position): Position => ({ x: Math.round(x), y: Math.round(y) });

/** A text in `language` changed to `value`; the other language stays. An emptied language is left out while the other has text. */
export function withText(
  text: LocalizedText | undefined,
  language: 'zh-CN' | 'en',
  value: string,
): LocalizedText {
  const next = { ...text, [language]: value };
  const other = language === 'en' ? 'zh-CN' : 'en';
  if (value === '' && next[other]) delete next[language];
  return next;
}
