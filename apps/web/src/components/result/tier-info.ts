import type { ModelDocument, TierNode } from '@terrace/model';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalog } from '../../api/useCatalog';
import { useText } from '../../i18n/useText';
import { unknownColor } from '../../store/tier-colors';

export interface TierInfo {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly rank: number;
}

export interface Tiers {
  /** What is in them, in the chosen language: the name of the subject type, of one and of many. */
  readonly subject: string;
  readonly subjects: string;
  /** Best rank first. */
  readonly list: readonly TierInfo[];
  /** A tier that the document does not have any more is shown by its id. */
  of(id: string): TierInfo;
}

/** The tiers of a document, named in the chosen language. */
export function useTiers(document: ModelDocument | undefined): Tiers {
  const text = useText();
  const { t } = useTranslation();
  const { subjectTypes } = useCatalog();
  const type = subjectTypes.find(({ id }) => id === document?.subjectType);
  return useMemo(() => {
    const list = (document?.nodes ?? [])
      .filter((node): node is TierNode => node.kind === 'tier')
      .sort((a, b) => a.rank - b.rank)
      .map(({ id, name, color, rank }) => ({ id, name: text(name), color: color ?? unknownColor, rank }));
    const byId = new Map(list.map((tier) => [tier.id, tier]));
    const subject = text(type?.name) || t('data.kind.subject');
    return {
      subject,
      subjects: text(type?.pluralName) || (type === undefined ? t('navigation.subjects') : subject),
      list,
      of: (id) => byId.get(id) ?? { id, name: id, color: unknownColor, rank: Number.MAX_SAFE_INTEGER },
    };
  }, [document, type, text, t]);
}
