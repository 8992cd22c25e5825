import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { TimeDecayNode } from '@terrace/model';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DecimalInput } from '../DecimalInput';

type Steps = Extract<TimeDecayNode['curve'], { shape: 'steps' }>['steps'];

interface DecayStepsProps {
  readonly steps: Steps;
  onChange(steps: Steps, part: string): void;
}

/** The weights of a stepped decay: each up to an age. */
export function DecaySteps({ steps, onChange }: DecayStepsProps): ReactNode {
  const { t } = useTranslation();
  const setStep = (index: number, step: Steps[number], part: string): void =>
    onChange(
      steps.map((each, i) => (i === index ? step : each)),
      `step/${index}/${part}`,
    );
  const add = (): void => {
    const last = Number(steps.at(-1)?.until ?? 0);
    const before = Number(steps.at(-2)?.until ?? 0);
    const weight = Number(steps.at(-1)?.weight ?? 1) / 2;
    const until = String(last + (last - before || 30));
    onChange(
      [...steps, { until, weight: String(Number(weight.toPrecision(3))) }],
      `step/add/${steps.length}`,
    );
  };
  return (
    <div className="field">
      <span className="field-label">{t('decay.steps')}</span>
      <table className="bands-table">
        <thead>
          <tr>
            <th>{t('decay.until')}</th>
            <th>{t('decay.weight')}</th>
            <th aria-label={t('form.remove')} />
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={index}>
              <td>
                <DecimalInput
                  size="small"
                  value={step.until}
                  label={t('decay.untilLabel', { number: index + 1 })}
                  onChange={(until) => until !== undefined && setStep(index, { ...step, until }, 'until')}
                />
              </td>
              <td>
                <DecimalInput
                  size="small"
                  value={step.weight}
                  label={t('decay.weightLabel', { number: index + 1 })}
                  onChange={(weight) => weight !== undefined && setStep(index, { ...step, weight }, 'weight')}
                />
              </td>
              <td>
                {steps.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('decay.removeStep', { number: index + 1 })}
                    onClick={() =>
                      onChange(
                        steps.filter((_, i) => i !== index),
                        `step/remove/${steps.length}`,
                      )
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        {t('decay.addStep')}
      </Button>
    </div>
  );
}
