import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { BandsNode } from '@terrace/model';
import { Alert, Button, InputNumber, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoveCut } from '../canvas/bands/useMoveCut';
import { outputsFor } from '../store/bands-methods';
import { useShownCuts } from '../store/editor-selectors';
import { yieldsNumber } from '../store/node-value';
import { BandsMethod } from './bands/BandsMethod';
import { Field } from '../components/Field';
import { NodeSelect } from './NodeSelect';
import { OutputInput } from './OutputInput';
import { useEditNode } from './useEditNode';

/** The cut point that is added after the last one: as far on as the last two are apart. */
function nextCut(cuts: readonly string[]): string {
  const last = Number(cuts.at(-1) ?? 0);
  const gap = cuts.length > 1 ? last - Number(cuts.at(-2)) : Math.max(1, Math.abs(last));
  return String(Number((last + (gap > 0 ? gap : 1)).toPrecision(12)));
}

export function BandsForm({ node }: { readonly node: BandsNode }): ReactNode {
  const { t } = useTranslation();
  const edit = useEditNode(node);
  const moveCut = useMoveCut();
  const cuts = useShownCuts(node.id);
  const isCalibrated = node.cuts.method !== 'explicit';

  const range = (index: number): string => {
    const low = cuts[index - 1];
    const high = cuts[index];
    const [closedLow, closedHigh] = node.closed === 'left' ? ['≥', '<'] : ['>', '≤'];
    return [low === undefined ? '' : `${closedLow} ${low}`, high === undefined ? '' : `${closedHigh} ${high}`]
      .filter(Boolean)
      .join(', ');
  };

  /** What a band begins at before any run has found it. */
  const origin = (index: number): string => {
    switch (node.cuts.method) {
      case 'quantile':
        return t('bands.quantileOf', { number: index, count: node.outputs.length });
      case 'standardDeviation':
        return t('bands.stepOf', { step: node.cuts.steps[index - 1] ?? '' });
      case 'topShare':
        return t('bands.shareOf', { share: node.cuts.shares.at(-index) ?? '' });
      default:
        return t('bands.cutLabel', { number: index });
    }
  };

  return (
    <>
      <Field label={t('bands.input')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.input}
            accepts={(each) => each.id !== node.id && yieldsNumber(each)}
            onChange={(input) => input !== undefined && edit({ input }, 'input')}
          />
        )}
      </Field>
      <BandsMethod node={node} />
      <div className="field">
        <span className="field-label">{t('bands.bands')}</span>
        {isCalibrated && cuts.length > 0 && <Alert type="info" title={t('bands.editTurnsExplicit')} />}
        {isCalibrated && cuts.length === 0 && <Alert type="info" title={t('bands.notCalibrated')} />}
        <table className="bands-table">
          <thead>
            <tr>
              <th>{t('bands.from')}</th>
              <th>{t('bands.output')}</th>
              <th aria-label={t('form.remove')} />
            </tr>
          </thead>
          <tbody>
            {node.outputs.map((output, index) => (
              <tr key={index}>
                <td>
                  {index === 0 || cuts.length === 0 ? (
                    <span className="node-muted">{index === 0 ? t('bands.lowest') : origin(index)}</span>
                  ) : (
                    <InputNumber<string>
                      className="wide"
                      size="small"
                      stringMode
                      controls={false}
                      value={cuts[index - 1] ?? ''}
                      aria-label={t('bands.cutLabel', { number: index })}
                      data-testid={`inspector-cut-${index - 1}`}
                      onChange={(value) =>
                        value !== null &&
                        value !== cuts[index - 1] &&
                        moveCut(node, index - 1, value, `${node.id}/type/${index - 1}`)
                      }
                    />
                  )}
                  <div className="field-hint">{range(index)}</div>
                </td>
                <td>
                  <OutputInput
                    size="small"
                    value={output}
                    label={t('bands.outputLabel', { number: index + 1 })}
                    onChange={(next = '') =>
                      edit(
                        { outputs: node.outputs.map((old, i) => (i === index ? next : old)) },
                        `output/${index}`,
                      )
                    }
                  />
                </td>
                <td>
                  {!isCalibrated && node.outputs.length > 2 && (
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={t('bands.removeBand', { number: index + 1 })}
                      onClick={() =>
                        edit(
                          {
                            cuts: {
                              method: 'explicit',
                              values: cuts.filter((_, i) => i !== Math.max(0, index - 1)),
                            },
                            outputs: node.outputs.filter((_, i) => i !== index),
                          },
                          `remove/${node.outputs.length}`,
                        )
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {!isCalibrated && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            data-testid="add-band"
            onClick={() =>
              edit(
                {
                  cuts: { method: 'explicit', values: [...cuts, nextCut(cuts)] },
                  outputs: outputsFor(node.outputs, node.outputs.length + 1),
                },
                `add/${node.outputs.length}`,
              )
            }
          >
            {t('bands.addBand')}
          </Button>
        )}
      </div>
      <Field label={t('bands.closed')}>
        {(id) => (
          <Segmented<'left' | 'right'>
            id={id}
            block
            value={node.closed}
            options={[
              { value: 'left', label: t('bands.closedLeft') },
              { value: 'right', label: t('bands.closedRight') },
            ]}
            onChange={(closed) => edit({ closed }, 'closed')}
          />
        )}
      </Field>
      <Field label={t('bands.missing')} hint={t('bands.missingHint')}>
        {(id) => (
          <OutputInput
            id={id}
            value={node.missing}
            placeholder={t('bands.noValue')}
            onChange={(missing) => edit({ missing }, 'missing')}
          />
        )}
      </Field>
    </>
  );
}
