import { formulaOf, type CustomNode, type ModelNode } from '@terrace/model';
import { useCallback } from 'react';
import { sentenceOf } from '../../i18n/sentence-of';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { useLanguage } from '../../store/preferences';

/** No node carries such an id, so that an open input is never taken for a node. */
const openInput = (input: string): string => `#${input}`;

/** Says what a custom node computes, with the names of what is connected; an input that is open by its own name. */
export function useCustomWords(): (node: CustomNode) => string | undefined {
  const language = useLanguage();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  return useCallback(
    (node) => {
      const byId = new Map<string, ModelNode>(nodes.map((each) => [each.id, each]));
      const inputs: Record<string, string> = {};
      for (const { id, name } of node.definition.inputs) {
        const connected = node.inputs[id];
        inputs[id] = connected !== undefined && byId.has(connected) ? connected : openInput(id);
        byId.set(openInput(id), { kind: 'formula', id, name, valueType: 'number', expression: 0 });
      }
      return sentenceOf(formulaOf({ ...node, inputs }).expression, byId, language);
    },
    [language, nodes],
  );
}
