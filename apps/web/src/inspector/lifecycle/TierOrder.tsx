import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TierTag } from '../../components/TierTag';
import { useText } from '../../i18n/useText';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { tiersOf } from '../../store/tier-colors';
import { NodeSelect } from '../NodeSelect';

interface TierOrderProps {
  readonly label: string;
  readonly hint: string;
  /** What the box says that turns the order on. */
  readonly useOwn: string;
  readonly order: readonly string[] | undefined;
  /** The order to begin with. */
  readonly usual: readonly string[];
  /** Whether tiers can be taken out, down to two. */
  readonly isPartial?: boolean;
  readonly testId: string;
  onChange(order: string[] | undefined): void;
}

/** Tiers in an order of the person's own, instead of by rank. */
export function TierOrder(props: TierOrderProps): ReactNode {
  const { label, hint, order, usual, isPartial = false, testId, onChange } = props;
  const { t } = useTranslation();
  const text = useText();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const tiers = tiersOf(nodes);
  const nameOf = (id: string): string => text(tiers.get(id)?.name) || t('canvas.unconnected');
  // A full order also shows the tiers that it does not name, which follow.
  const shown =
    order === undefined ? [] : isPartial ? order : [...order, ...usual.filter((id) => !order.includes(id))];
  const move = (index: number, by: number): void => {
    const next = [...shown];
    const [id] = next.splice(index, 1);
    if (id !== undefined) next.splice(index + by, 0, id);
    onChange(next);
  };
  return (
    <div className="field">
      <Checkbox
        checked={order !== undefined}
        disabled={usual.length < 2 ? true : undefined}
        data-testid={testId}
        onChange={({ target }) => onChange(target.checked ? [...usual] : undefined)}
      >
        {props.useOwn}
      </Checkbox>
      <div className="field-hint">{hint}</div>
      {order !== undefined && (
        <ol className="tier-order" aria-label={label}>
          {shown.map((id, index) => {
            const color = tiers.get(id)?.color;
            return (
              <li key={id}>
                <span className="tier-order-name">
                  <TierTag name={nameOf(id)} {...(color === undefined ? {} : { color })} />
                </span>
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  disabled={index === 0 ? true : undefined}
                  aria-label={t('order.up', { name: nameOf(id) })}
                  data-testid={`${testId}-up-${id}`}
                  onClick={() => move(index, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  disabled={index === shown.length - 1 ? true : undefined}
                  aria-label={t('order.down', { name: nameOf(id) })}
                  onClick={() => move(index, 1)}
                />
                {isPartial && (
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    disabled={shown.length <= 2 ? true : undefined}
                    aria-label={t('order.remove', { name: nameOf(id) })}
                    onClick={() => onChange(shown.filter((each) => each !== id))}
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {order !== undefined && isPartial && usual.some((id) => !order.includes(id)) && (
        <NodeSelect
          value={undefined}
          label={t('order.add')}
          accepts={(node) => node.kind === 'tier' && !order.includes(node.id)}
          onChange={(id) => id !== undefined && onChange([...order, id])}
        />
      )}
    </div>
  );
}
