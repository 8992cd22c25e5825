import type { ModelDocument, ModelNode } from '@terrace/model';
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { useCall } from '../api/useCall';
import { useCatalog } from '../api/useCatalog';
import { useSession } from '../api/useSession';
import { actionOf, customOf, dimensionOf, tierOf } from '../store/contributed-node';
import type { Position } from '../store/document-change';
import { selectDocument } from '../store/editor-selectors';
import { useEditor, useEditorStore } from '../store/editor-store';
import { newNode } from '../store/new-node';
import { readItem, type contributedTypes } from './palette-item';
import { useContributions, type Contributions } from '../api/useContributions';

function contributed(
  document: ModelDocument,
  type: (typeof contributedTypes)[number],
  id: string,
  { dimensions, nodeKinds, tiers, actions }: Contributions,
): ModelNode | undefined {
  const made = <E extends { readonly id: string }>(
    entries: readonly E[],
    make: (document: ModelDocument, entry: E) => ModelNode,
  ): ModelNode | undefined => {
    const entry = entries.find((each) => each.id === id);
    return entry === undefined ? undefined : make(document, entry);
  };
  switch (type) {
    case 'dimension':
      return made(dimensions, dimensionOf);
    case 'nodeKind':
      return made(nodeKinds, customOf);
    case 'tier':
      return made(tiers, tierOf);
    case 'action':
      return made(actions, actionOf);
  }
}

/** Adds what a palette item stands for at a place, or in the middle of the view. */
export function useAddFromPalette(): (item: string, position?: Position) => void {
  const store = useEditorStore();
  const { subjectTypes, eventTypes } = useCatalog();
  const { isDesigner } = useSession();
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const contributions = useContributions();
  const webhooks = useCall('listWebhooks', {}, { enabled: isDesigner, staleTime: 60_000 });
  const { screenToFlowPosition } = useReactFlow();
  /** The middle of the view, or the first free place below it. */
  const middle = useCallback((): Position => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    const centre = screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const x = centre.x - newSize.width / 2;
    let y = centre.y - newSize.height / 2;
    const taken = store
      .getState()
      .canvasNodes.map(({ position, measured }) => ({
        left: position.x,
        right: position.x + (measured?.width ?? newSize.width),
        top: position.y,
        bottom: position.y + (measured?.height ?? newSize.height),
      }))
      .filter(({ left, right }) => left < x + newSize.width && right > x)
      .sort((a, b) => a.top - b.top);
    for (const { top, bottom } of taken) if (top < y + newSize.height && bottom > y) y = bottom + gap;
    return { x, y };
  }, [store, screenToFlowPosition]);
  return useCallback(
    (text, position) => {
      const item = readItem(text);
      if (item === undefined) return;
      const document = selectDocument(store.getState());
      const node =
        item.type === 'blank'
          ? newNode(document, item.kind, {
              event: eventTypes.find((type) => type.subjectType === subjectType)?.id ?? 'event',
              field: subjectTypes.find(({ id }) => id === subjectType)?.fields[0]?.id ?? 'field',
              webhook: webhooks.data?.items[0]?.id ?? 'unconnected',
            })
          : contributed(document, item.type, item.id, contributions);
      if (node === undefined) return;
      store.getState().dispatch({ type: 'add', node, position: position ?? middle() });
    },
    [store, contributions, eventTypes, subjectTypes, subjectType, webhooks.data, middle],
  );
}

/** Room for a new node, in canvas units: the widest kind with a few lines. */
const newSize = { width: 300, height: 130 };
const gap = 24;
