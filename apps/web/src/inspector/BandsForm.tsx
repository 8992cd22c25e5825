import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { BandsNode } from '@terrace/model';
import { Alert, Button, Input, InputNumber, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoveCut } from '../canvas/bands/useMoveCut';
import { useShownCuts } from '../store/editor-selectors';
import { Field } from './Field';
import { NodeSelect } from './NodeSelect';
import { scalarOf } from './ScalarInput';
import { useEditNode } from './useEditNode';

const isNumeric = (outputs: readonly unknown[]): outputs is readonly number[] =>
  outputs.every((output) => typeof output === 'number');

/** Outputs for `count` bands: cut off, or carried on as the ones there are. */
function outputsFor(outputs: readonly (number | string)[], count: number): (number | string)[] {
  const next = outputs.slice(0, count);
  while (next.length < count) {
    const last = next.at(-1) ?? 0;
    const before = next.at(-2);
    next.push(
      typeof last === 'number'
        ? last + (typeof before === 'number' ? last - before || 1 : 1)
        : `${last} ${next.length + 1}`,
    );
  }
  return next;
}

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
  const isQuantile = node.cuts.method === 'quantile';

  const range = (index: number): string => {
    const low = cuts[index - 1];
    const high = cuts[index];
    const [closedLow, closedHigh] = node.closed === 'left' ? ['≥', '<'] : ['>', '≤'];
    return [low === undefined ? '' : `${closedLow} ${low}`, high === undefined ? '' : `${closedHigh} ${high}`]
      .filter(Boolean)
      .join(', ');
  };

  const setMethod = (method: 'explicit' | 'quantile'): void => {
    if (method === node.cuts.method) return;
    if (method === 'quantile')
      edit({ cuts: { method, count: node.outputs.length, offset: '0', values: [...cuts] } }, 'method');
    else {
      const values = cuts.length > 0 ? [...cuts] : node.outputs.slice(1).map((_, i) => String((i + 1) * 10));
      edit({ cuts: { method, values } }, 'method');
    }
  };

  return (
    <>
      <Field label={t('bands.input')}>
        {(id) => (
          <NodeSelect
            id={id}
            value={node.input}
            accepts={(each) =>
              each.id !== node.id &&
              ((each.kind === 'dimension' && each.valueType === 'number') ||
                (each.kind === 'bands' && isNumeric(each.outputs)))
            }
            onChange={(input) => input !== undefined && edit({ input }, 'input')}
          />
        )}
      </Field>
      <Field label={t('bands.method')} hint={t(isQuantile ? 'bands.quantileHint' : 'bands.explicitHint')}>
        {(id) => (
          <Segmented<'explicit' | 'quantile'>
            id={id}
            block
            value={node.cuts.method}
            options={[
              { value: 'explicit', label: t('bands.explicit') },
              { value: 'quantile', label: t('bands.quantile') },
            ]}
            onChange={setMethod}
          />
        )}
      </Field>
      {node.cuts.method === 'quantile' && (
        <div className="field-pair">
          <Field label={t('bands.count')}>
            {(id) => (
              <InputNumber
                id={id}
                className="wide"
                min={2}
                max={100}
                precision={0}
                value={node.cuts.method === 'quantile' ? node.cuts.count : 2}
                onChange={(count) =>
                  count !== null &&
                  node.cuts.method === 'quantile' &&
                  edit({ cuts: { ...node.cuts, count }, outputs: outputsFor(node.outputs, count) }, 'count')
                }
              />
            )}
          </Field>
          <Field label={t('bands.offset')}>
            {(id) => (
              <InputNumber<string>
                id={id}
                className="wide"
                stringMode
                value={node.cuts.method === 'quantile' ? node.cuts.offset : '0'}
                onChange={(offset) =>
                  offset !== null &&
                  node.cuts.method === 'quantile' &&
                  edit({ cuts: { ...node.cuts, offset } }, 'offset')
                }
              />
            )}
          </Field>
        </div>
      )}
      <div className="field">
        <span className="field-label">{t('bands.bands')}</span>
        {isQuantile && cuts.length > 0 && <Alert type="info" title={t('bands.editTurnsExplicit')} />}
        {isQuantile && cuts.length === 0 && <Alert type="info" title={t('bands.notCalibrated')} />}
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
                    <span className="node-muted">
                      {index === 0
                        ? t('bands.lowest')
                        : t('bands.quantileOf', { number: index, count: node.outputs.length })}
                    </span>
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
                  <Input
                    size="small"
                    value={String(output)}
                    aria-label={t('bands.outputLabel', { number: index + 1 })}
                    onChange={(event) =>
                      edit(
                        {
                          outputs: node.outputs.map((old, i) =>
                            i === index ? scalarOf(event.target.value) : old,
                          ),
                        },
                        `output/${index}`,
                      )
                    }
                  />
                </td>
                <td>
                  {!isQuantile && node.outputs.length > 2 && (
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
        {!isQuantile && (
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
          <Input
            id={id}
            value={node.missing === undefined ? '' : String(node.missing)}
            placeholder={t('bands.noValue')}
            onChange={(event) =>
              edit(
                { missing: event.target.value === '' ? undefined : scalarOf(event.target.value) },
                'missing',
              )
            }
          />
        )}
      </Field>
    </>
  );
}
