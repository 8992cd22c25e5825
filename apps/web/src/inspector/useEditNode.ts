import type { ModelNode } from '@terrace/model';
import { useEditorStore } from '../store/editor-store';

/** Replaces parts of a node; successive edits of the same part are one step to undo. */
export function useEditNode<N extends ModelNode>(node: N): (patch: Partial<N>, part: string) => void {
  const store = useEditorStore();
  return (patch, part) => {
    const next = { ...node, ...patch };
    // An absent part is left out rather than stored as undefined.
    for (const key of Object.keys(patch) as (keyof N)[]) if (patch[key] === undefined) delete next[key];
    store.getState().dispatch({ type: 'replace', node: next }, `${node.id}/${part}`);
  };
}
