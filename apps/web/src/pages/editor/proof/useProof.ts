import { withCutPoints, type ModelNode, type Proof } from '@terrace/model';
import { useEffect, useRef, useState } from 'react';
import { selectDocument } from '../../../store/editor-selectors';
import { useEditor, useEditorStore } from '../../../store/editor-store';
import type { ProofAnswer, ProofQuestion } from './proof-protocol';

/** How long a document must stay as it is before it is proved. */
const settleMs = 500;

export interface ProofState {
  /** Of the newest document that was proved; nothing before the first. */
  readonly proof: Proof | undefined;
  readonly error: string | undefined;
  readonly isRunning: boolean;
  /** The nodes that were proved: repairs fit only these. */
  readonly nodes: readonly ModelNode[] | undefined;
}

const start: ProofState = { proof: undefined, error: undefined, isRunning: false, nodes: undefined };

/** Proves the rules on the canvas whenever they have settled, in a worker; a proof that was overtaken is dropped. */
export function useProof(isOpen: boolean): ProofState {
  const store = useEditorStore();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const fallback = useEditor((state) => selectDocument(state).fallback);
  const priority = useEditor((state) => selectDocument(state).priority);
  const calibration = useEditor((state) => state.calibration);
  const [state, setState] = useState<ProofState>(start);
  const worker = useRef<Worker | undefined>(undefined);
  const asked = useRef(0);

  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = window.setTimeout(() => {
      const number = ++asked.current;
      const question: ProofQuestion = {
        number,
        document: withCutPoints(selectDocument(store.getState()), calibration),
      };
      // A worker that is still busy works for nothing: the document has changed.
      worker.current?.terminate();
      const current = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
      worker.current = current;
      const settle = (answer: Pick<ProofState, 'proof' | 'error'>): void => {
        if (worker.current !== current) return;
        current.terminate();
        worker.current = undefined;
        setState({ ...answer, isRunning: false, nodes });
      };
      current.addEventListener('message', ({ data }: MessageEvent<ProofAnswer>) => {
        if (data.number !== number) return;
        settle(
          'proof' in data ? { proof: data.proof, error: undefined } : { proof: undefined, error: data.error },
        );
      });
      current.addEventListener('error', (event) => settle({ proof: undefined, error: event.message }));
      setState((before) => ({ ...before, isRunning: true }));
      current.postMessage(question);
    }, settleMs);
    return () => window.clearTimeout(timer);
    // Places on the canvas and the model's own texts decide nothing.
  }, [isOpen, nodes, fallback, priority, calibration, store]);

  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = undefined;
    },
    [],
  );
  return state;
}
