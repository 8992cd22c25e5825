import { parseExpression } from '@terrace/expression';
import { expressionWords, type JsonLogic } from '@terrace/model';
import { useCallback, useMemo } from 'react';
import { selectDocument } from '../store/editor-selectors';
import { useEditor } from '../store/editor-store';
import { useLanguage } from '../store/preferences';

/** Says a rule over the nodes of the document in words; nothing for what is no rule. */
export function useSentence(): (logic: JsonLogic) => string | undefined {
  const language = useLanguage();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  return useCallback(
    (logic) => {
      const parsed = parseExpression(logic);
      return parsed.ok ? expressionWords(parsed.node, byId, language) : undefined;
    },
    [language, byId],
  );
}
