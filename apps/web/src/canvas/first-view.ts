import type { Rect, Viewport } from '@xyflow/react';

/** Below this the texts of nodes are too small to read; a drawing that needs less is shown from its start. */
const readableZoom = 0.85;
const maxZoom = 1.1;
const margin = 28;

/** The view an opened model starts with: all of it where it stays readable, otherwise its left and upper part. */
export function firstView(
  drawing: Rect,
  canvas: { readonly width: number; readonly height: number },
): Viewport {
  const room = { width: canvas.width - 2 * margin, height: canvas.height - 2 * margin };
  const fitting = Math.min(room.width / drawing.width, room.height / drawing.height);
  const zoom = Math.min(maxZoom, Math.max(readableZoom, fitting));
  const free = {
    x: Math.max(0, room.width - drawing.width * zoom),
    y: Math.max(0, room.height - drawing.height * zoom),
  };
  // Above the middle, clear of the map in the corner below.
  return {
    x: margin + free.x / 2 - drawing.x * zoom,
    y: margin + free.y / 4 - drawing.y * zoom,
    zoom,
  };
}
