import { checkDocument } from '@terrace/model';
import type { Model } from '@terrace/client';
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { useCatalog } from '../../api/useCatalog';
import { useDefaultAsOf } from '../../api/useDefaultAsOf';
import { useKnownCode } from '../../api/useKnownCode';
import { ModelCanvas } from '../../canvas/ModelCanvas';
import { Palette } from '../../canvas/Palette';
import { Inspector } from '../../inspector/Inspector';
import { selectDocument, selectSelectedIds } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { IssuesContext } from '../../store/issues';
import { EditorToolbar } from './EditorToolbar';
import { ProofButton } from './proof/ProofButton';
import { ProofPanel } from './proof/ProofPanel';
import { useProof } from './proof/useProof';
import { PreviewDrawer } from './PreviewDrawer';
import { UnsavedGuard } from './UnsavedGuard';
import { useEditorKeys } from './useEditorKeys';
import { useNewestCalibration } from './useNewestCalibration';
import { usePreview } from './usePreview';
import { useSave } from './useSave';

/** The model editor: palette, canvas and inspector below the toolbar. */
export function Editor({ model }: { readonly model: Model }): ReactNode {
  const document = useEditor(selectDocument);
  const isReadOnly = useEditor((state) => state.isReadOnly);
  const { subjectTypes, eventTypes, isLoading } = useCatalog();
  const code = useKnownCode();
  const settled = useDeferredValue(document);
  const issues = useMemo(
    () => checkDocument(settled, isLoading ? undefined : { subjectTypes, eventTypes }, code),
    [settled, subjectTypes, eventTypes, isLoading, code],
  );
  const defaultAsOf = useDefaultAsOf(model.subjectType);
  const [chosenAsOf, setAsOf] = useState<string>();
  const asOf = chosenAsOf ?? defaultAsOf;
  const save = useSave(model.id);
  const preview = usePreview(model.id);
  useNewestCalibration(model.id);
  useEditorKeys(save.save);
  const hasSelection = useEditor((state) => selectSelectedIds(state).length > 0);
  const select = useEditor((state) => state.select);
  // The canvas gets the room until a node is selected or the model's own properties are asked for.
  const [isModelOpen, setModelOpen] = useState(false);
  const [isProofOpen, setProofOpen] = useState(false);
  const proof = useProof(isProofOpen);
  const toggleModel = (): void => {
    if (hasSelection) select([]);
    setModelOpen(hasSelection || !isModelOpen);
  };
  return (
    <IssuesContext value={issues}>
      <div className="editor">
        <EditorToolbar
          model={model}
          save={save}
          asOf={asOf}
          onAsOf={setAsOf}
          isModelOpen={isModelOpen && !hasSelection}
          onToggleModel={toggleModel}
          proof={
            <ProofButton state={proof} isOpen={isProofOpen} onToggle={() => setProofOpen(!isProofOpen)} />
          }
          isPreviewing={preview.isComputing}
          onPreview={() => preview.start(asOf)}
        />
        <div className="editor-body">
          {!isReadOnly && <Palette />}
          <div className="editor-main">
            <ModelCanvas />
            {isProofOpen && <ProofPanel state={proof} onClose={() => setProofOpen(false)} />}
          </div>
          {(isModelOpen || hasSelection) && <Inspector />}
        </div>
        <PreviewDrawer preview={preview} asOf={asOf} onAsOf={setAsOf} />
      </div>
      <UnsavedGuard save={save.save} />
    </IssuesContext>
  );
}
