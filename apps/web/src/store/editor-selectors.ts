import type { ModelDocument, ModelNode } from '@terrace/model';
import { useCallback } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { shownCuts } from './calibration';
import { useEditor, type EditorState } from './editor-store';

export const selectDocument = (state: EditorState): ModelDocument => state.history.present;
export const selectIsChanged = (state: EditorState): boolean => state.history.present !== state.saved;
export const selectSelectedIds = (state: EditorState): string[] =>
  state.canvasNodes.filter((node) => node.selected).map((node) => node.id);

/** The node with this id, of this kind; nothing while it is being removed. */
export function useNode<K extends ModelNode['kind']>(
  kind: K,
  id: string,
): Extract<ModelNode, { kind: K }> | undefined {
  return useEditor(
    useCallback(
      (state) => {
        const node = state.history.present.nodes.find((each) => each.id === id);
        return node?.kind === kind ? (node as Extract<ModelNode, { kind: K }>) : undefined;
      },
      [kind, id],
    ),
  );
}

/** Name and kind of a referenced node; nothing for a reference that leads nowhere. */
export const useReferenced = (id: string): ModelNode | undefined =>
  useEditor(useCallback((state) => state.history.present.nodes.find((node) => node.id === id), [id]));

/** The cut points to show for bands. */
export const useShownCuts = (id: string): readonly string[] =>
  useEditor(
    useShallow((state) => {
      const node = state.history.present.nodes.find((each) => each.id === id);
      return node?.kind === 'bands' ? shownCuts(node, state.calibration) : [];
    }),
  );
