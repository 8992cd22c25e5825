import { previousNames, typeOfField } from '@terrace/model';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../api/useCatalog';
import { useText } from '../../i18n/useText';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import type { CategoriesOf } from '../../store/links/node-links';
import { categoriesOf, valueTypeOf } from '../../store/node-value';
import { tiersOf } from '../../store/tier-colors';
import { scalarTypeOf } from '../scalar-type';
import type { Variable } from './ConditionBuilder';

/** The values a node can have, from the document and from the allowed values of catalog fields. */
export function useCategoriesOf(): CategoriesOf {
  const subjectType = useEditor((state) => selectDocument(state).subjectType);
  const { subjectTypes } = useCatalog();
  return useCallback(
    (node) => {
      const known = categoriesOf(node);
      if (known !== undefined || node.kind !== 'dimension' || node.source.kind !== 'field') return known;
      const { field } = node.source;
      const fields = subjectTypes.find(({ id }) => id === subjectType)?.fields ?? [];
      return fields.find(({ id }) => id === field)?.values;
    },
    [subjectType, subjectTypes],
  );
}

/** The nodes whose value the node `except` can read. */
export function useNodeVariables(except?: string): readonly Variable[] {
  const text = useText();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const categories = useCategoriesOf();
  return useMemo(
    () =>
      nodes.flatMap((node): Variable[] => {
        const type = valueTypeOf(node);
        if (node.id === except || type === undefined) return [];
        const shown = scalarTypeOf(type);
        return [
          {
            id: node.id,
            label: text(node.name),
            type: shown,
            choices: shown === 'text' ? categories(node)?.map(String) : undefined,
          },
        ];
      }),
    [nodes, except, categories, text],
  );
}

/** What is known of the tier a subject has already, for rules that look back; the model computes these by themselves. */
export function usePreviousVariables(): readonly Variable[] {
  const { t } = useTranslation();
  const text = useText();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  return useMemo(() => {
    const tiers = tiersOf(nodes);
    return previousNames.map((id): Variable => {
      const name = id.slice('previous.'.length) as 'tier' | 'days' | 'failingDays' | 'validDays';
      const label = t(`previous.${name}`);
      if (name !== 'tier') return { id, label, type: 'number' };
      const nameOf = (tier: string): string => text(tiers.get(tier)?.name) || tier;
      return { id, label, type: 'text', choices: [...tiers.keys()], nameOf };
    });
  }, [nodes, text, t]);
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
        type: typeOfField(field),
        choices: field.values,
      })),
    [eventTypes, event, text],
  );
}
