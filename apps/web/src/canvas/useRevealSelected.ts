import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { selectSelectedIds } from '../store/editor-selectors';
import { useEditor, type CanvasNode } from '../store/editor-store';

const margin = 24;

/** Keeps a node in view when it is selected: the inspector that opens for it takes room from the canvas. */
export function useRevealSelected(): void {
  const id = useEditor((state) => {
    const [first, ...others] = selectSelectedIds(state);
    return others.length === 0 ? first : undefined;
  });
  const width = useStore((state) => state.width);
  const { getNodesBounds, getViewport, setViewport } = useReactFlow<CanvasNode>();
  useEffect(() => {
    if (id === undefined) return;
    const { x, y, zoom } = getViewport();
    const bounds = getNodesBounds([id]);
    const left = bounds.x * zoom + x;
    const beyond = left + bounds.width * zoom + margin - width;
    // Never so far that the node's own start leaves the view.
    const shift = Math.min(beyond, left - margin);
    if (shift > 0) void setViewport({ x: x - shift, y, zoom }, { duration: 150 });
  }, [id, width, getNodesBounds, getViewport, setViewport]);
}
