import { DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import type { ScorecardNode } from '@terrace/model';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScorecardItem } from '../../store/links/scorecard-links';
import { yieldsValue } from '../../store/node-value';
import { DecimalInput } from '../DecimalInput';
import { NodeSelect } from '../NodeSelect';

interface ScorecardRowProps {
  readonly node: ScorecardNode;
  readonly index: number;
  /** Whether the bins are shown below. */
  readonly isOpen: boolean;
  onToggle(): void;
  onChange(item: ScorecardItem, part: string): void;
  onWeight(set: number, weight: string): void;
  onRemove(): void;
}

/** One item of a scorecard. */
export function ScorecardRow(props: ScorecardRowProps): ReactNode {
  const { node, index, isOpen, onChange } = props;
  const { t } = useTranslation();
  const item = node.items[index];
  if (item === undefined) return null;
  const number = index + 1;
  const part = (key: 'otherwise' | 'missing', value: string | undefined): void => {
    const { [key]: _, ...rest } = item;
    onChange(value === undefined ? rest : { ...rest, [key]: value }, key);
  };
  return (
    <tr>
      <td className="scorecard-input">
        <NodeSelect
          value={item.input}
          label={t('scorecard.inputLabel', { number })}
          accepts={(each) =>
            each.id !== node.id &&
            yieldsValue(each) &&
            (each.id === item.input || !node.items.some(({ input }) => input === each.id))
          }
          onChange={(input) => input !== undefined && onChange({ ...item, input }, 'input')}
        />
      </td>
      <td>
        <Button
          size="small"
          type="text"
          disabled={false}
          icon={isOpen ? <DownOutlined /> : <RightOutlined />}
          aria-expanded={isOpen}
          data-testid={`points-${item.id}`}
          onClick={props.onToggle}
        >
          {item.bins === undefined
            ? t('scorecard.ownNumber')
            : t('scorecard.binCount', { count: item.bins.length })}
        </Button>
      </td>
      <td>
        <DecimalInput
          size="small"
          value={item.otherwise}
          placeholder={t('scorecard.noScore')}
          label={t('scorecard.otherwiseLabel', { number })}
          onChange={(value) => part('otherwise', value)}
        />
      </td>
      <td>
        <DecimalInput
          size="small"
          value={item.missing}
          placeholder={t('scorecard.noScore')}
          label={t('scorecard.missingLabel', { number })}
          onChange={(value) => part('missing', value)}
        />
      </td>
      {(node.weightSets ?? []).map((set, at) => (
        <td key={set.id}>
          <DecimalInput
            size="small"
            value={set.weights[item.id] ?? '0'}
            suffix="%"
            label={t('scorecard.weightLabel', { number, set: set.id })}
            testId={`weight-${set.id}-${item.id}`}
            onChange={(weight = '0') => props.onWeight(at, weight)}
          />
        </td>
      ))}
      <td>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          disabled={node.items.length === 1 ? true : undefined}
          aria-label={t('scorecard.removeItem', { number })}
          onClick={props.onRemove}
        />
      </td>
    </tr>
  );
}
