import type { ModelNode } from '@terrace/model';
import { useEditorStore } from '../store/editor-store';

/** Puts a whole node in the place of the one with its id; successive edits of the same part are one step to undo. */
export function useReplaceNode(): (node: ModelNode, part: string) => void {
  const store = useEditorStore();
  return (node, part) => store.getState().dispatch({ type: 'replace', node }, `${node.id}/${part}`);
}
