import { ApartmentOutlined } from '@ant-design/icons';
import {
  Background,
  BackgroundVariant,
  ControlButton,
  Controls,
  MiniMap,
  ReactFlow,
  useNodesInitialized,
  useReactFlow,
  type Connection,
  type Edge,
  type EdgeChange,
  type NodeChange,
} from '@xyflow/react';
import type { ModelDocument } from '@terrace/model';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../i18n/useText';
import { useCategoriesOf } from '../inspector/condition/useVariables';
import { connect, disconnect } from '../store/connections';
import type { DocumentChange, Position } from '../store/document-change';
import { selectDocument } from '../store/editor-selectors';
import { useEditor, useEditorStore, type CanvasNode } from '../store/editor-store';
import { useIsDark } from '../theme/useThemeConfig';
import { autoLayout } from './auto-layout';
import { canvasEdges } from './canvas-edges';
import { firstView } from './first-view';
import { nodeTypes } from './node-types';
import { paletteMime } from './palette-item';
import { useAddFromPalette } from './useAddFromPalette';
import { useRevealSelected } from './useRevealSelected';

const deleteKeys = ['Delete', 'Backspace'];
const fitOptions = { padding: 0.12, maxZoom: 1.1 };
const minimapSize = { width: 140, height: 96 };

/** The drawing of a model: React Flow shows the document, and every gesture becomes a change of the document. */
export function ModelCanvas(): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const { message } = App.useApp();
  const store = useEditorStore();
  const document = useEditor(selectDocument);
  const canvasNodes = useEditor((state) => state.canvasNodes);
  const selectedEdges = useEditor((state) => state.selectedEdges);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const isDark = useIsDark();
  const categoriesOf = useCategoriesOf();
  const { screenToFlowPosition, fitView, getNodesBounds, setViewport } = useReactFlow<CanvasNode>();
  const add = useAddFromPalette();
  const edges = useMemo(() => canvasEdges(document, selectedEdges), [document, selectedEdges]);

  const nodes = useMemo(() => {
    const byId = new Map(document.nodes.map((node) => [node.id, node]));
    return canvasNodes.map((canvasNode) => {
      const node = byId.get(canvasNode.id);
      if (node === undefined) return canvasNode;
      return { ...canvasNode, ariaLabel: `${t(`kind.${node.kind}`)}: ${text(node.name)}` };
    });
  }, [canvasNodes, document.nodes, t, text]);

  const changeNodes = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const { changeCanvas, dispatch } = store.getState();
      changeCanvas(changes.filter((change) => change.type !== 'remove'));
      // Moves by the arrow keys come without a drag; those by the pointer are stored when it lets go.
      const positions: Record<string, Position> = {};
      for (const change of changes)
        if (change.type === 'position' && change.dragging === false && change.position !== undefined)
          positions[change.id] = change.position;
      if (Object.keys(positions).length > 0) {
        const { canvasNodes: shown, history } = store.getState();
        for (const node of shown)
          if (history.present.layout[node.id] === undefined) positions[node.id] ??= node.position;
        dispatch({ type: 'move', positions }, `move/${Object.keys(positions).join()}`);
      }
    },
    [store],
  );

  const changeEdges = useCallback(
    (changes: EdgeChange[]) => {
      const next = new Set(store.getState().selectedEdges);
      for (const change of changes)
        if (change.type === 'select') {
          if (change.selected) next.add(change.id);
          else next.delete(change.id);
        }
      store.getState().selectEdges([...next]);
    },
    [store],
  );

  const drawConnection = useCallback(
    (connection: Connection) => {
      const change = connect(selectDocument(store.getState()), connection, categoriesOf);
      if (change !== undefined) store.getState().dispatch(change);
    },
    [store, categoriesOf],
  );

  const isValid = useCallback(
    (connection: Connection | Edge) =>
      connect(selectDocument(store.getState()), connection, categoriesOf) !== undefined,
    [store, categoriesOf],
  );

  const beforeDelete = useCallback(
    ({ nodes: goneNodes, edges: goneEdges }: { nodes: CanvasNode[]; edges: Edge[] }) => {
      const ids = goneNodes.map(({ id }) => id);
      const changes: DocumentChange[] = [];
      let after = selectDocument(store.getState());
      let isRefused = false;
      // Lines of deleted nodes go with them.
      for (const edge of goneEdges.filter(
        ({ source, target }) => !ids.includes(source) && !ids.includes(target),
      )) {
        const change = disconnect(after, edge);
        if (change === undefined) isRefused = true;
        else if (change.type === 'replace') {
          changes.push(change);
          after = {
            ...after,
            nodes: after.nodes.map((node) => (node.id === change.node.id ? change.node : node)),
          };
        }
      }
      if (ids.length > 0) changes.push({ type: 'remove', ids });
      if (changes.length > 0) store.getState().dispatch({ type: 'all', changes });
      if (isRefused) void message.info(t('canvas.cannotDisconnect'));
      // The document has changed; React Flow need not remove anything by itself.
      return Promise.resolve(false);
    },
    [message, store, t],
  );

  const arrange = useCallback(
    async (isEdit: boolean) => {
      const { history, canvasNodes: shown, dispatch, changeCanvas } = store.getState();
      const positions = await autoLayout(history.present, shown, canvasEdges(history.present, new Set()));
      if (isEdit) dispatch({ type: 'move', positions });
      else
        changeCanvas(Object.entries(positions).map(([id, position]) => ({ type: 'position', id, position })));
      if (isEdit) window.requestAnimationFrame(() => void fitView({ ...fitOptions, duration: 200 }));
    },
    [fitView, store],
  );

  // Nodes without a place are arranged once they are measured; until the first view is there nothing is shown, so that
  // nothing jumps.
  const isMeasured = useNodesInitialized();
  const frame = useRef<HTMLDivElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isMeasured || isShown) return;
    const arranged = isPlaced(selectDocument(store.getState())) ? Promise.resolve() : arrange(false);
    void arranged.finally(() => {
      const canvas = frame.current;
      if (canvas !== null)
        void setViewport(
          firstView(getNodesBounds([...store.getState().canvasNodes]), {
            width: canvas.clientWidth,
            height: canvas.clientHeight,
          }),
        );
      setShown(true);
    });
  }, [isMeasured, isShown, arrange, store, getNodesBounds, setViewport]);
  useRevealSelected();

  const drop = (event: DragEvent): void => {
    const item = event.dataTransfer.getData(paletteMime);
    if (item === '') return;
    event.preventDefault();
    add(item, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  };

  return (
    <div ref={frame} className={isShown ? 'canvas' : 'canvas is-arranging'}>
      <ReactFlow<CanvasNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={changeNodes}
        onEdgesChange={changeEdges}
        onConnect={drawConnection}
        isValidConnection={isValid}
        onBeforeDelete={beforeDelete}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        nodesDraggable={!isReadOnly}
        nodesConnectable={!isReadOnly}
        deleteKeyCode={isReadOnly ? null : deleteKeys}
        colorMode={isDark ? 'dark' : 'light'}
        minZoom={0.15}
        selectNodesOnDrag={false}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('flow.node'),
          'node.a11yDescription.keyboardDisabled': t('flow.node'),
          'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
            t('flow.moved', { direction, x, y }),
          'edge.a11yDescription.default': t('flow.edge'),
          'controls.ariaLabel': t('flow.controls'),
          'controls.zoomIn.ariaLabel': t('flow.zoomIn'),
          'controls.zoomOut.ariaLabel': t('flow.zoomOut'),
          'controls.fitView.ariaLabel': t('flow.fitView'),
          'controls.interactive.ariaLabel': t('flow.interactive'),
          'minimap.ariaLabel': t('flow.minimap'),
          'handle.ariaLabel': t('flow.handle'),
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={18} size={1} />
        <MiniMap style={minimapSize} pannable zoomable nodeColor={(node) => minimapColor(node.type)} />
        <Controls showInteractive={false} fitViewOptions={fitOptions}>
          {!isReadOnly && (
            <ControlButton
              onClick={() => void arrange(true)}
              title={t('canvas.arrange')}
              aria-label={t('canvas.arrange')}
              data-testid="arrange"
            >
              <ApartmentOutlined rotate={270} />
            </ControlButton>
          )}
        </Controls>
      </ReactFlow>
    </div>
  );
}

const isPlaced = ({ nodes, layout }: ModelDocument): boolean =>
  nodes.every(({ id }) => layout[id] !== undefined);

const minimapColor = (kind: string | undefined): string => `var(--kind-${kind ?? 'dimension'})`;
