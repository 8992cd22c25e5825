import type { Lifecycle } from '@terrace/model';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor, useEditorStore } from '../../store/editor-store';
import { Field } from '../../components/Field';
import { SelectField } from '../SelectField';
import { DaysField } from './DaysField';
import { FastTracks } from './FastTracks';
import { TierOrder } from './TierOrder';
import { useLifecycleWords } from './useLifecycleWords';

type OneStep = NonNullable<Lifecycle['oneStep']>;
type StayDirection = NonNullable<Lifecycle['minimumStay']>['direction'];

/** How a customer who has a tier moves to the one it qualifies for. */
export function LifecycleForm(): ReactNode {
  const { t } = useTranslation();
  const store = useEditorStore();
  const { lifecycle, nodes } = useEditor(selectDocument);
  const wordsOf = useLifecycleWords();
  const set = (next: Lifecycle | undefined, part: string): void =>
    store.getState().dispatch({ type: 'describe', patch: { lifecycle: next } }, `model/lifecycle/${part}`);
  /** One part changed; an absent one is left out. */
  const edit = (patch: Partial<Lifecycle>, part: string): void => {
    const kept = Object.entries({ ...lifecycle, ...patch }).filter(([, value]) => value !== undefined);
    set(Object.fromEntries(kept), part);
  };
  const lowestFirst = nodes
    .filter((node) => node.kind === 'tier')
    .sort((a, b) => b.rank - a.rank)
    .map(({ id }) => id);
  const stay = lifecycle?.minimumStay;
  return (
    <section className="form-section" aria-label={t('lifecycle.title')}>
      <h3>{t('lifecycle.title')}</h3>
      <Checkbox
        checked={lifecycle !== undefined}
        data-testid="lifecycle"
        onChange={({ target }) => set(target.checked ? {} : undefined, 'on')}
      >
        {t('lifecycle.use')}
      </Checkbox>
      {lifecycle === undefined ? (
        <div className="field-hint">{t('lifecycle.off')}</div>
      ) : (
        <>
          <ol className="lifecycle-words" data-testid="lifecycle-words">
            {wordsOf(lifecycle).map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ol>
          <DaysField
            label={t('lifecycle.validity')}
            hint={t('lifecycle.validityHint')}
            value={lifecycle.validityDays}
            testId="validity-days"
            onChange={(validityDays) => edit({ validityDays }, 'validity')}
          />
          <DaysField
            label={t('lifecycle.stay')}
            hint={t('lifecycle.stayHint')}
            value={stay?.days}
            testId="stay-days"
            onChange={(days) =>
              edit(
                {
                  minimumStay:
                    days === undefined ? undefined : { days, direction: stay?.direction ?? 'down' },
                },
                'stay',
              )
            }
          />
          {stay !== undefined && (
            <SelectField<StayDirection>
              label={t('lifecycle.stayDirection')}
              value={stay.direction}
              options={(['down', 'both'] as const).map((value) => ({
                value,
                label: t(`lifecycle.stayDirections.${value}`),
              }))}
              onChange={(direction) => edit({ minimumStay: { ...stay, direction } }, 'stayDirection')}
            />
          )}
          <DaysField
            label={t('lifecycle.grace')}
            hint={t('lifecycle.graceHint')}
            value={lifecycle.graceDays}
            testId="grace-days"
            onChange={(graceDays) => edit({ graceDays }, 'grace')}
          />
          <Field label={t('lifecycle.oneStep')} hint={t('lifecycle.oneStepHint')}>
            {(id) => (
              <Select<OneStep | 'none'>
                id={id}
                className="wide"
                data-testid="one-step"
                value={lifecycle.oneStep ?? 'none'}
                options={(['none', 'up', 'down', 'both'] as const).map((value) => ({
                  value,
                  label: t(`lifecycle.oneSteps.${value}`),
                }))}
                onChange={(next) => edit({ oneStep: next === 'none' ? undefined : next }, 'oneStep')}
              />
            )}
          </Field>
          <TierOrder
            label={t('lifecycle.stages')}
            hint={t('lifecycle.stagesHint')}
            useOwn={t('lifecycle.useStages')}
            order={lifecycle.stages}
            usual={lowestFirst}
            isPartial
            testId="stages"
            onChange={(stages) => edit({ stages }, 'stages')}
          />
          <FastTracks
            tracks={lifecycle.fastTracks ?? []}
            onChange={(tracks, part) =>
              edit({ fastTracks: tracks.length === 0 ? undefined : [...tracks] }, `fastTrack/${part}`)
            }
          />
        </>
      )}
    </section>
  );
}
