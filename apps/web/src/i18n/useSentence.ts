import type { JsonLogic } from '@terrace/model';
import { useCallback, useMemo } from 'react';
import { selectDocument } from '../store/editor-selectors';
import { useEditor } from '../store/editor-store';
import { useLanguage } from '../store/preferences';
import { sentenceOf } from './sentence-of';

/** Says a rule over the nodes of the document in words; nothing for what is no rule. */
export function useSentence(): (logic: JsonLogic) => string | undefined {
  const language = useLanguage();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  return useCallback((logic) => sentenceOf(logic, byId, language), [language, byId]);
}
