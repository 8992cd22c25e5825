import { useParams } from '@tanstack/react-router';
import { ReactFlowProvider } from '@xyflow/react';
import type { Model } from '@terrace/client';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../api/useCall';
import { useSession } from '../../api/useSession';
import { PageSkeleton } from '../../components/PageSkeleton';
import { ProblemAlert } from '../../components/ProblemAlert';
import { createEditorStore, EditorContext } from '../../store/editor-store';
import { Editor } from './Editor';

export function EditorPage(): ReactNode {
  const { modelId } = useParams({ from: '/signedIn/models/$modelId' });
  const model = useCall('getModel', { params: { id: modelId } }, { staleTime: 0 });
  const { session, isDesigner } = useSession();
  if (model.isError && model.data === undefined)
    return (
      <div className="page">
        <ProblemAlert error={model.error} />
      </div>
    );
  if (model.data === undefined || session === undefined) return <PageSkeleton />;
  return <EditorOf key={modelId} model={model.data} isReadOnly={!isDesigner} />;
}

/** Holds the editor's state from the first answer on: a later answer must not replace what is being edited. */
function EditorOf({ model, isReadOnly }: { readonly model: Model; readonly isReadOnly: boolean }): ReactNode {
  const [store] = useState(() => createEditorStore(model, isReadOnly));
  return (
    <EditorContext value={store}>
      <ReactFlowProvider>
        <Editor model={model} />
      </ReactFlowProvider>
    </EditorContext>
  );
}
