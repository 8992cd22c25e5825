import type { Lifecycle } from '@terrace/model';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';

/** What a lifecycle does with a customer, one plain sentence per rule, in the order in which the rules count. */
export function useLifecycleWords(): (lifecycle: Lifecycle) => readonly string[] {
  const { t } = useTranslation();
  const text = useText();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const nameOf = (id: string): string =>
    text(nodes.find((node) => node.id === id)?.name) || t('canvas.unconnected');
  return (lifecycle) => {
    const { graceDays, minimumStay, oneStep, stages, fastTracks, validityDays } = lifecycle;
    return [
      ...(fastTracks ?? []).map(({ name, to }) =>
        t('lifecycle.says.fastTrack', { name: text(name), tier: nameOf(to) }),
      ),
      oneStep === 'up' || oneStep === 'both' ? t('lifecycle.says.upOneStep') : t('lifecycle.says.upAtOnce'),
      ...(validityDays === undefined ? [] : [t('lifecycle.says.validity', { count: validityDays })]),
      ...(minimumStay === undefined
        ? []
        : [t(`lifecycle.says.stay.${minimumStay.direction}`, { count: minimumStay.days })]),
      ...(graceDays === undefined ? [] : [t('lifecycle.says.grace', { count: graceDays })]),
      oneStep === 'down' || oneStep === 'both'
        ? t('lifecycle.says.downOneStep')
        : t('lifecycle.says.downAtOnce'),
      ...(stages === undefined
        ? []
        : [t('lifecycle.says.stages', { order: stages.map(nameOf).join(' → ') })]),
    ];
  };
}
