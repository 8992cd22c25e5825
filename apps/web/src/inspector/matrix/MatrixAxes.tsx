import { DeleteOutlined, SyncOutlined } from '@ant-design/icons';
import type { MatrixNode, ModelNode } from '@terrace/model';
import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { selectDocument } from '../../store/editor-selectors';
import { useEditor } from '../../store/editor-store';
import { addAxis, removeAxis, withAxis } from '../../store/matrix-cells';
import { yieldsValue } from '../../store/node-value';
import { CategoryValues } from '../category-map/CategoryValues';
import { useCategoriesOf } from '../condition/useVariables';
import { NodeSelect } from '../NodeSelect';
import { useReplaceNode } from '../useReplaceNode';

const none: ReadonlySet<never> = new Set<never>();

/** The inputs of a matrix and which of their values it has rows and columns for. */
export function MatrixAxes({ node }: { readonly node: MatrixNode }): ReactNode {
  const { t } = useTranslation();
  const replace = useReplaceNode();
  const nodes = useEditor((state) => selectDocument(state).nodes);
  const categoriesOf = useCategoriesOf();
  const valuesOf = (each: ModelNode | undefined) =>
    (each === undefined ? [] : (categoriesOf(each) ?? [])).slice(0, 50);
  const find = (id: string): ModelNode | undefined => nodes.find((each) => each.id === id);
  const accepts = (each: ModelNode): boolean =>
    each.id !== node.id && yieldsValue(each) && valuesOf(each).length > 0;
  const isTaken = (id: string): boolean => node.axes.some(({ input }) => input === id);
  return (
    <>
      {node.axes.map((axis, index) => {
        const number = index + 1;
        const input = find(axis.input);
        const known = valuesOf(input);
        const isCurrent =
          known.length === axis.values.length && known.every((each) => axis.values.includes(each));
        return (
          <div className="field" key={index}>
            <Flex justify="space-between" align="center">
              <span className="field-label">{t('matrixNode.axis', { number })}</span>
              {node.axes.length > 2 && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('matrixNode.removeAxis', { number })}
                  onClick={() => replace(removeAxis(node, index), `axis/remove/${index}`)}
                />
              )}
            </Flex>
            <NodeSelect
              value={axis.input}
              label={t('matrixNode.axis', { number })}
              accepts={(each) => accepts(each) && (each.id === axis.input || !isTaken(each.id))}
              onChange={(id) => {
                const values = valuesOf(find(id ?? ''));
                if (id !== undefined && values.length > 0)
                  replace(withAxis(node, index, { input: id, values }), `axis/${index}/input`);
              }}
            />
            <div className="axis-values">
              <CategoryValues
                values={axis.values}
                input={input}
                choices={known}
                taken={none}
                label={t('matrixNode.axisValues', { number })}
                onChange={(values) =>
                  replace(withAxis(node, index, { ...axis, values }), `axis/${index}/values`)
                }
              />
            </div>
            {input !== undefined && known.length > 0 && !isCurrent && (
              <Button
                size="small"
                type="link"
                icon={<SyncOutlined />}
                onClick={() =>
                  replace(withAxis(node, index, { ...axis, values: known }), `axis/${index}/values`)
                }
              >
                {t('matrixNode.takeValues')}
              </Button>
            )}
          </div>
        );
      })}
      {node.axes.length < 3 && (
        <div className="field">
          <span className="field-label">{t('matrixNode.addAxis')}</span>
          <NodeSelect
            value={undefined}
            label={t('matrixNode.addAxis')}
            accepts={(each) => accepts(each) && !isTaken(each.id)}
            onChange={(id) => {
              const values = valuesOf(find(id ?? ''));
              if (id !== undefined && values.length > 0)
                replace(addAxis(node, { input: id, values }), 'axis/add');
            }}
          />
        </div>
      )}
    </>
  );
}
