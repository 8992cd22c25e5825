import type { TimeDecayNode } from '@terrace/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecayCurve } from '../canvas/time-decay/DecayCurve';
import { yieldsNumber } from '../store/node-value';
import { DecimalInput } from './DecimalInput';
import { Field } from '../components/Field';
import { NodeSelect } from './NodeSelect';
import { SelectField } from './SelectField';
import { DecaySteps } from './time-decay/DecaySteps';
import { useEditNode } from './useEditNode';

type Curve = TimeDecayNode['curve'];
const shapes = ['halfLife', 'linear', 'steps'] as const satisfies readonly Curve['shape'][];

/** A curve of another shape that fades over about the same time. */
function curveOf(shape: Curve['shape'], old: Curve): Curve {
  const reach =
    old.shape === 'halfLife'
      ? Number(old.halfLife) * 2
      : old.shape === 'linear'
        ? Number(old.end)
        : Number(old.steps.at(-1)?.until ?? 180);
  const text = (value: number): string => String(Number(value.toPrecision(6)));
  switch (shape) {
    case 'halfLife':
      return { shape, halfLife: text(reach / 2) };
    case 'linear':
      return { shape, end: text(reach) };
    case 'steps':
      return {
        shape,
        steps: [
          { until: text(reach / 2), weight: '1' },
          { until: text(reach), weight: '0.5' },
        ],
      };
  }
}

export function TimeDecayForm({ node }: { readonly node: TimeDecayNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const { curve } = node;
  return (
    <>
      <Field label={t('decay.age')} hint={t('decay.ageHint')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.age}
            accepts={(each) => each.id !== node.id && yieldsNumber(each)}
            onChange={(age) => age !== undefined && edit({ age }, 'age')}
          />
        )}
      </Field>
      <Field label={t('decay.input')} hint={t('decay.inputHint')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.input}
            isClearable
            accepts={(each) => each.id !== node.id && each.id !== node.age && yieldsNumber(each)}
            onChange={(input) => edit({ input }, 'input')}
          />
        )}
      </Field>
      <SelectField
        label={t('decay.shape')}
        value={curve.shape}
        options={shapes.map((shape) => ({ value: shape, label: t(`decay.shapes.${shape}`) }))}
        onChange={(shape) => shape !== curve.shape && edit({ curve: curveOf(shape, curve) }, 'shape')}
      />
      <DecayCurve node={node} />
      {curve.shape === 'halfLife' && (
        <Field label={t('decay.halfLife')} hint={t('decay.halfLifeHint')}>
          {(id) => (
            <DecimalInput
              id={id}
              min="0"
              value={curve.halfLife}
              onChange={(halfLife) =>
                Number(halfLife) > 0 &&
                halfLife !== undefined &&
                edit({ curve: { shape: 'halfLife', halfLife } }, 'halfLife')
              }
            />
          )}
        </Field>
      )}
      {curve.shape === 'linear' && (
        <Field label={t('decay.end')}>
          {(id) => (
            <DecimalInput
              id={id}
              min="0"
              value={curve.end}
              onChange={(end) =>
                Number(end) > 0 && end !== undefined && edit({ curve: { shape: 'linear', end } }, 'end')
              }
            />
          )}
        </Field>
      )}
      {curve.shape === 'steps' && (
        <DecaySteps
          steps={curve.steps}
          onChange={(steps, part) => edit({ curve: { shape: 'steps', steps } }, part)}
        />
      )}
      <Field label={t('decay.floor')} hint={t('decay.floorHint')}>
        {(id) => (
          <DecimalInput
            id={id}
            min="0"
            max="1"
            value={node.floor}
            onChange={(floor) => floor !== undefined && edit({ floor }, 'floor')}
          />
        )}
      </Field>
    </>
  );
}
