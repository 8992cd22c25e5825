import type { ScorecardNode } from '@terrace/model';
import { Button, Flex } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../i18n/useText';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { itemOver, withItems, type ScorecardItem } from '../../store/links/scorecard-links';
import { yieldsValue } from '../../store/node-value';
import { normalised, sumOfWeights } from '../../store/weights';
import { useCategoriesOf, useNodeVariables } from '../condition/useVariables';
import { NodeSelect } from '../NodeSelect';
import { useReplaceNode } from '../useReplaceNode';
import { BinsEditor } from './BinsEditor';
import { ScorecardRow } from './ScorecardRow';

/** The items of a scorecard: what they look at, their points, and their weight in every set. */
export function ScorecardGrid({ node }: { readonly node: ScorecardNode }): ReactNode {
  const { t } = useTranslation();
  const text = useText();
  const replace = useReplaceNode();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const categoriesOf = useCategoriesOf();
  const variables = useNodeVariables(node.id);
  const [openId, setOpenId] = useState<string>();
  const { items } = node;
  const sets = node.weightSets ?? [];

  const setItems = (next: readonly ScorecardItem[], part: string): void =>
    replace(withItems(node, next), part);
  const setItem = (index: number, item: ScorecardItem, part: string): void =>
    setItems(
      items.map((each, i) => (i === index ? item : each)),
      `${item.id}/${part}`,
    );
  const setWeights = (set: number, weights: (typeof sets)[number]['weights'], part: string): void =>
    replace(
      { ...node, weightSets: sets.map((each, i) => (i === set ? { ...each, weights } : each)) },
      `weights/${set}/${part}`,
    );
  const add = (input: string): void => {
    const source = nodes.find(({ id }) => id === input);
    if (source !== undefined)
      setItems([...items, itemOver(items, source, categoriesOf)], `add/${items.length}`);
  };
  const columns = 5 + sets.length;

  return (
    <div className="table-grid-wrap">
      <table className="table-grid scorecard-grid">
        <thead>
          <tr>
            <th>{t('scorecard.input')}</th>
            <th>{t('scorecard.points')}</th>
            <th>{t('scorecard.otherwise')}</th>
            <th>{t('scorecard.missing')}</th>
            {sets.map((set) => (
              <th key={set.id}>{t('scorecard.weightOf', { name: text(set.name) })}</th>
            ))}
            <th aria-label={t('table.rowActions')} />
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <Fragment key={item.id}>
              <ScorecardRow
                node={node}
                index={index}
                isOpen={openId === item.id}
                onToggle={() => setOpenId(openId === item.id ? undefined : item.id)}
                onChange={(next, part) => setItem(index, next, part)}
                onWeight={(set, weight) =>
                  setWeights(set, { ...sets[set]?.weights, [item.id]: weight }, item.id)
                }
                onRemove={() =>
                  setItems(
                    items.filter((each) => each !== item),
                    `remove/${item.id}`,
                  )
                }
              />
              {openId === item.id && (
                <tr>
                  <td colSpan={columns} className="scorecard-bins">
                    <BinsEditor
                      item={item}
                      variable={variables.find(({ id }) => id === item.input)}
                      onChange={(next, part) => setItem(index, next, part)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
        {sets.length > 0 && (
          <tfoot>
            <tr>
              <td colSpan={4} className="number">
                {t('scorecard.sum')}
              </td>
              {sets.map((set, index) => {
                const sum = sumOfWeights(set.weights);
                return (
                  <td key={set.id}>
                    <Flex gap={8} align="center" justify="space-between">
                      <strong
                        className={sum === '100' ? undefined : 'is-error'}
                        data-testid={`sum-${set.id}`}
                      >
                        {sum}%
                      </strong>
                      {sum !== '100' && (
                        <Button
                          size="small"
                          data-testid={`normalise-${set.id}`}
                          onClick={() => setWeights(index, normalised(set.weights), 'normalise')}
                        >
                          {t('scorecard.normalise')}
                        </Button>
                      )}
                    </Flex>
                  </td>
                );
              })}
              <td />
            </tr>
          </tfoot>
        )}
      </table>
      <Flex gap={12} align="center" className="table-grid-foot" wrap>
        <span className="node-muted">{t('scorecard.addItem')}</span>
        <div className="table-add-input">
          <NodeSelect
            value={undefined}
            label={t('scorecard.addItem')}
            testId="add-item"
            accepts={(each) =>
              each.id !== node.id && yieldsValue(each) && !items.some(({ input }) => input === each.id)
            }
            onChange={(input) => input !== undefined && add(input)}
          />
        </div>
      </Flex>
      <p className="field-hint">{t('scorecard.hint')}</p>
    </div>
  );
}
