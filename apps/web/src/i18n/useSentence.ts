import { parseExpression, sentenceOf } from '@terrace/expression';
import type { JsonLogic } from '@terrace/model';
import { useCallback, useMemo } from 'react';
import { selectDocument } from '../store/editor-selectors';
import { useEditor } from '../store/editor-store';
import { useLanguage } from '../store/preferences';

/** Says a rule over the nodes of the document in words; nothing for what is no rule. */
export function useSentence(): (logic: JsonLogic) => string | undefined {
  const language = useLanguage();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const names = useMemo(() => Object.fromEntries(nodes.map(({ id, name }) => [id, name])), [nodes]);
  return useCallback(
    (logic) => {
      const parsed = parseExpression(logic);
      return parsed.ok ? sentenceOf(parsed.node, names, language) : undefined;
    },
    [language, names],
  );
}
