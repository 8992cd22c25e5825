import type { ModelNode } from '@terrace/model';
import { useMemo } from 'react';
import { useCatalog } from '../../api/useCatalog';
import { useText } from '../../i18n/useText';
import { yieldsValue } from '../../store/connections';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import type { ScalarType } from '../ScalarInput';
import type { Variable } from './ConditionBuilder';

const typeOf = (node: ModelNode): ScalarType => {
  if (node.kind === 'dimension') return node.valueType;
  if (node.kind === 'bands')
    return node.outputs.every((output) => typeof output === 'number') ? 'number' : 'text';
  return 'boolean';
};

/** The nodes whose value the node `except` can read. */
export function useNodeVariables(except: string): readonly Variable[] {
  const text = useText();
  const { nodes, subjectType } = useEditor(selectDocument);
  const { subjectTypes } = useCatalog();
  return useMemo(() => {
    const fields = subjectTypes.find(({ id }) => id === subjectType)?.fields ?? [];
    const choicesOf = (node: ModelNode): readonly string[] | undefined => {
      if (node.kind === 'bands' && typeOf(node) === 'text') return [...new Set(node.outputs.map(String))];
      if (node.kind !== 'dimension' || node.source.kind !== 'field') return undefined;
      const { field } = node.source;
      return fields.find(({ id }) => id === field)?.values;
    };
    return nodes
      .filter((node) => node.id !== except && yieldsValue(node))
      .map((node) => ({ id: node.id, label: text(node.name), type: typeOf(node), choices: choicesOf(node) }));
  }, [nodes, except, subjectType, subjectTypes, text]);
}

/** The fields of an event type. */
export function useEventVariables(event: string): readonly Variable[] {
  const text = useText();
  const { eventTypes } = useCatalog();
  return useMemo(
    () =>
      (eventTypes.find(({ id }) => id === event)?.fields ?? []).map((field) => ({
        id: field.id,
        label: text(field.name),
        type: field.type === 'enumeration' ? 'text' : field.type,
        choices: field.values,
      })),
    [eventTypes, event, text],
  );
}
