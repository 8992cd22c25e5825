import type { Model } from '@terrace/client';
import type { ModelDocument, ModelNode } from '@terrace/model';
import { applyNodeChanges, type Node, type NodeChange } from '@xyflow/react';
import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { Calibration } from './calibration';
import { applyChange, type DocumentChange } from './document-change';
import { record, redo, startHistory, undo, type History } from './history';

/** A node as React Flow keeps it; what it shows is read from the document by its id. */
export type CanvasNode = Node<Record<string, never>, ModelNode['kind']>;

export interface EditorState {
  readonly modelId: string;
  readonly isReadOnly: boolean;
  readonly revision: number;
  readonly saved: ModelDocument;
  readonly history: History<ModelDocument>;
  readonly canvasNodes: readonly CanvasNode[];
  readonly selectedEdges: ReadonlySet<string>;
  readonly calibration: Calibration;
  /** What is pointed at: ids of nodes, codes of rules such as `<node>.<row>`. */
  readonly highlighted: ReadonlySet<string>;
  dispatch(change: DocumentChange, mergeKey?: string): void;
  undo(): void;
  redo(): void;
  select(ids: readonly string[]): void;
  highlight(codes: readonly string[]): void;
  selectEdges(ids: readonly string[]): void;
  changeCanvas(changes: NodeChange<CanvasNode>[]): void;
  calibrate(calibration: Calibration): void;
  /** Notes that `document` is what the server holds now, as `revision`; later edits stay. */
  markSaved(revision: number, document: ModelDocument): void;
  /** Shows what the server holds instead of what is on the canvas. */
  reload(model: Pick<Model, 'revision' | 'draft'>): void;
}

/** React Flow's nodes for a document: kept where they exist, so that measurements and the selection survive. */
function canvasNodesOf(
  document: ModelDocument,
  previous: readonly CanvasNode[],
  selected?: ReadonlySet<string>,
): CanvasNode[] {
  const known = new Map(previous.map((node) => [node.id, node]));
  return document.nodes.map((node) => {
    const before = known.get(node.id);
    const position = document.layout[node.id] ?? before?.position ?? { x: 0, y: 0 };
    const isSelected = selected?.has(node.id) ?? before?.selected ?? false;
    if (
      before !== undefined &&
      before.type === node.kind &&
      before.selected === isSelected &&
      before.position.x === position.x &&
      before.position.y === position.y
    )
      return before;
    return {
      ...before,
      id: node.id,
      type: node.kind,
      position,
      selected: isSelected,
      data: {},
    };
  });
}

export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(model: Model, isReadOnly: boolean): EditorStore {
  return createStore<EditorState>((set, get) => {
    const show = (history: History<ModelDocument>): Partial<EditorState> => ({
      history,
      canvasNodes: canvasNodesOf(history.present, get().canvasNodes),
    });
    return {
      modelId: model.id,
      isReadOnly,
      revision: model.revision,
      saved: model.draft,
      history: startHistory(model.draft),
      canvasNodes: canvasNodesOf(model.draft, []),
      selectedEdges: new Set(),
      calibration: {},
      highlighted: new Set(),
      dispatch: (change, mergeKey) => {
        if (get().isReadOnly) return;
        const { history } = get();
        const next = record(history, applyChange(history.present, change), mergeKey);
        if (next === history) return;
        set(show(next));
        if (change.type === 'add') get().select([change.node.id]);
      },
      undo: () => set(show(undo(get().history))),
      redo: () => set(show(redo(get().history))),
      select: (ids) =>
        set({
          canvasNodes: canvasNodesOf(get().history.present, get().canvasNodes, new Set(ids)),
          selectedEdges: new Set(),
        }),
      highlight: (codes) => set({ highlighted: new Set(codes) }),
      selectEdges: (ids) => set({ selectedEdges: new Set(ids) }),
      changeCanvas: (changes) => set({ canvasNodes: applyNodeChanges(changes, [...get().canvasNodes]) }),
      calibrate: (calibration) => set({ calibration }),
      markSaved: (revision, document) => set({ revision, saved: document }),
      reload: ({ revision, draft }) =>
        set({ revision, saved: draft, ...show(startHistory(draft)), selectedEdges: new Set() }),
    };
  });
}

export const EditorContext = createContext<EditorStore | null>(null);

/** The store of the editor around this component. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (store === null) throw new Error('this component belongs inside an editor');
  return store;
}

export const useEditor = <T>(selector: (state: EditorState) => T): T => useStore(useEditorStore(), selector);
