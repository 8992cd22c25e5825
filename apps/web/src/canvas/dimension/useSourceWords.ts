import type { DimensionNode } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../api/useCatalog';
import { useCodeName } from '../../components/owner/useCodeName';
import { useText } from '../../i18n/useText';
import { useEditor } from '../../store/editor-store';

export interface SourceWords {
  readonly source: string;
  readonly window: string | undefined;
  readonly hasFilter: boolean;
  readonly missing: string;
}

/** Says in words where a dimension's value comes from. */
export function useSourceWords(): (node: DimensionNode) => SourceWords {
  const { t } = useTranslation();
  const text = useText();
  const { subjectTypes, eventTypes } = useCatalog();
  const subjectType = useEditor((state) => state.history.present.subjectType);
  const codeName = useCodeName();
  return ({ source, missing }) => {
    const missingWords =
      missing.policy === 'noMatch'
        ? t('dimension.missingNoMatch')
        : t('dimension.missingDefault', { value: String(missing.value) });
    if (source.kind === 'code')
      return {
        source: t('dimension.ofCode', codeName(source.dimension)),
        window: undefined,
        hasFilter: false,
        missing: missingWords,
      };
    if (source.kind !== 'aggregate') {
      const fields = subjectTypes.find(({ id }) => id === subjectType)?.fields ?? [];
      const field = fields.find(({ id }) => id === source.field);
      const name = field === undefined ? source.field : text(field.name);
      return {
        source:
          source.kind === 'field'
            ? t('dimension.ofField', { field: name })
            : t('dimension.daysSinceField', { field: name }),
        window: undefined,
        hasFilter: false,
        missing: missingWords,
      };
    }
    const type = eventTypes.find(({ id }) => id === source.event);
    const event = type === undefined ? source.event : text(type.name);
    const field = type?.fields.find(({ id }) => id === source.field);
    return {
      source: t(`dimension.of.${source.measure}`, {
        event,
        field: field === undefined ? (source.field ?? '?') : text(field.name),
      }),
      window:
        source.window === undefined
          ? t('dimension.allTime')
          : 'days' in source.window
            ? t('dimension.lastDays', { count: source.window.days })
            : t('dimension.lastMonths', { count: source.window.months }),
      hasFilter: source.where !== undefined,
      missing: missingWords,
    };
  };
}
