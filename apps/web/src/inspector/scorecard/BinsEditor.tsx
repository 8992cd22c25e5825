import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScorecardItem } from '../../store/links/scorecard-links';
import { TextPair } from '../TextPair';
import type { Variable } from '../condition/ConditionBuilder';
import { DecimalInput } from '../DecimalInput';
import { CellEditor } from '../decision-table/CellEditor';

type Bin = NonNullable<ScorecardItem['bins']>[number];

interface BinsEditorProps {
  readonly item: ScorecardItem;
  readonly variable: Variable | undefined;
  onChange(item: ScorecardItem, part: string): void;
}

/** The first bin for a variable: each of its listed values, or everything from 0 on. */
function firstBins(variable: Variable | undefined): Bin[] {
  if (variable?.choices !== undefined && variable.choices.length > 0)
    return variable.choices.map((value, index) => ({ cell: { op: '==', value }, points: String(index + 1) }));
  if (variable?.type === 'boolean')
    return [
      { cell: { op: '==', value: true }, points: '1' },
      { cell: { op: '==', value: false }, points: '0' },
    ];
  if (variable?.type === 'text') return [{ cell: { op: '==', value: '' }, points: '1' }];
  return [{ cell: { op: 'range', min: 0, closed: 'left' }, points: '1' }];
}

/** A bin after the last one: where that ends the next begins. */
function nextBin(bins: readonly Bin[], variable: Variable | undefined): Bin {
  const last = bins.at(-1);
  const cell = last?.cell;
  const points = String(Number(last?.points ?? 0) + 1);
  if (cell?.op === 'range' && cell.max !== undefined)
    return { cell: { op: 'range', min: cell.max, closed: cell.closed }, points };
  return { cell: firstBins(variable)[0]?.cell ?? null, points };
}

/** What the values of an item's input are worth. */
export function BinsEditor({ item, variable, onChange }: BinsEditorProps): ReactNode {
  const { t } = useTranslation();
  const { bins, ...plain } = item;
  const setBins = (next: readonly Bin[], part: string): void => onChange({ ...item, bins: [...next] }, part);
  return (
    <div className="bins">
      <div className="field-pair">
        <TextPair
          label={t('scorecard.itemName')}
          value={item.name}
          onChange={(name, language) => {
            const { name: _, ...rest } = item;
            const isEmpty = Object.values(name).every((part) => part === '');
            onChange(isEmpty ? rest : { ...rest, name }, `name/${language}`);
          }}
        />
      </div>
      <Segmented<'own' | 'bins'>
        size="small"
        value={bins === undefined ? 'own' : 'bins'}
        options={[
          {
            value: 'own',
            label: t('scorecard.ownNumber'),
            disabled: variable !== undefined && variable.type !== 'number',
          },
          { value: 'bins', label: t('scorecard.inBins') },
        ]}
        onChange={(kind) => onChange(kind === 'own' ? plain : { ...item, bins: firstBins(variable) }, 'bins')}
      />
      {bins !== undefined && (
        <>
          <table className="bins-table">
            <thead>
              <tr>
                <th>{t('scorecard.binWhen')}</th>
                <th>{t('scorecard.binPoints')}</th>
                <th aria-label={t('form.remove')} />
              </tr>
            </thead>
            <tbody>
              {bins.map((bin, index) => (
                <tr key={index}>
                  <td>
                    <CellEditor
                      cell={bin.cell}
                      variable={variable}
                      label={t('scorecard.binLabel', { number: index + 1 })}
                      onChange={(cell) =>
                        setBins(
                          bins.map((each, i) => (i === index ? { ...each, cell } : each)),
                          `bin/${index}`,
                        )
                      }
                    />
                  </td>
                  <td>
                    <DecimalInput
                      size="small"
                      value={bin.points}
                      label={t('scorecard.binPointsLabel', { number: index + 1 })}
                      onChange={(points) =>
                        points !== undefined &&
                        setBins(
                          bins.map((each, i) => (i === index ? { ...each, points } : each)),
                          `points/${index}`,
                        )
                      }
                    />
                  </td>
                  <td>
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      disabled={bins.length === 1 ? true : undefined}
                      aria-label={t('scorecard.removeBin', { number: index + 1 })}
                      onClick={() =>
                        setBins(
                          bins.filter((_, i) => i !== index),
                          `bin/remove/${bins.length}`,
                        )
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Flex gap={8}>
            <Button
              size="small"
              icon={<PlusOutlined />}
              onClick={() => setBins([...bins, nextBin(bins, variable)], `bin/add/${bins.length}`)}
            >
              {t('scorecard.addBin')}
            </Button>
          </Flex>
        </>
      )}
    </div>
  );
}
